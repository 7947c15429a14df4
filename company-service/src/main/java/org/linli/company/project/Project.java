package org.linli.company.project;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;

/**
 * Something that a branch runs on a business line, such as a canteen for older residents.
 *
 * @param name unique within the branch, 1 to 200 characters; entries name it by this text
 * @param endedOn last day; absent while it runs
 */
@Schema(name = "Project")
record Project(
        long id,
        UnitCode unit,
        String name,
        String line,
        LocalDate startedOn,
        @Nullable LocalDate endedOn) {}

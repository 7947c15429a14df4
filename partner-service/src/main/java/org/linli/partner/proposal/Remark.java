package org.linli.partner.proposal;

import io.swagger.v3.oas.annotations.media.Schema;

/** What is to be changed. @param field by its name on the wire */
@Schema(name = "Remark")
public record Remark(String field, String remark) {}

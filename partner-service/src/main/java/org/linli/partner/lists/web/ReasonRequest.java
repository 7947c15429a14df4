package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.NoPersonalNumbers;
import org.linli.platform.text.Texts;

import java.util.Objects;

/** Why something is done with an item. */
@Schema(name = "ReasonRequest")
record ReasonRequest(
        @Schema(example = "书法班已开课") @NotBlank @Size(max = 500) @NoPersonalNumbers @Nullable
        String reason) {

    String text() {
        return Texts.trimmed(Objects.requireNonNull(reason));
    }
}

package org.linli.partner.trial.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.trial.application.RunTrials;
import org.linli.platform.text.Texts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A trial to start. Thresholds left out are the unit's; they may be higher, never lower. */
@Schema(name = "TrialRequest")
record TrialRequest(
        @NotNull @Nullable UUID proposalId,

        @Schema(example = "[\"内容实用\", \"老师耐心\"]", description = "Scored from 1 to 5 by who attended")
        @NotNull
        @Size(min = 1, max = 10)
        @Nullable
        List<@NotBlank @Size(max = 100) @Nullable String> questions,

        @Schema(example = "2") @Min(1) @Max(100) @Nullable Integer minSessions,

        @Schema(example = "10") @Min(1) @Max(100_000) @Nullable
        Integer minAttendance,

        @Schema(example = "4.0") @DecimalMin("1") @DecimalMax("5") @Digits(integer = 1, fraction = 2) @Nullable
        BigDecimal minAverage) {

    List<String> asked() {
        return Objects.requireNonNull(questions).stream()
                .map(question -> Texts.trimmed(Objects.requireNonNull(question)))
                .toList();
    }

    RunTrials.TrialSpec wanted() {
        return new RunTrials.TrialSpec(minSessions, minAttendance, minAverage);
    }
}

package org.linli.partner.partner;

import org.junit.jupiter.api.Test;
import org.linli.platform.testing.openapi.RequestExamples;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class PartnerExampleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void the_documented_examples_are_taken() {
        var registration = RequestExamples.of(PartnerController.class, "register", PartnerDraft.class);
        assertThat(PartnerRules.registration(registration, TODAY).members()).hasSize(2);
        var change = RequestExamples.of(PartnerController.class, "change", PartnerDraft.class);
        assertThat(PartnerRules.change(change, PartnerKind.FIRM, TODAY).licences())
                .hasSize(1);
    }
}

package org.linli.partner.proposal;

import org.junit.jupiter.api.Test;
import org.linli.partner.call.CallFixtures;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.proposal.ProposalFixtures.DOCUMENT;
import static org.linli.partner.proposal.ProposalFixtures.complete;
import static org.linli.partner.proposal.ProposalFixtures.empty;

class CompletenessTest {

    private static final CallTerms CALL = CallFixtures.terms();
    private static final Set<UUID> UPLOADED = Set.of(DOCUMENT);
    private static final UUID STRANGE = UUID.fromString("01990000-0000-7000-8000-00000000000e");

    @Test
    void a_complete_proposal_lacks_nothing() {
        assertThat(Completeness.missing(complete(), CALL, UPLOADED, Set.of())).isEmpty();
    }

    @Test
    void an_empty_one_lacks_everything_at_once() {
        assertThat(Completeness.missing(empty(), CALL, UPLOADED, Set.of()))
                .extracting(FieldError::field)
                .containsExactly("title", "summary", "mode", "priceYuan", "marketPriceYuan", "documents");
    }

    @Test
    void a_room_is_given_for_a_share_and_volunteers_take_no_money() {
        assertThat(Completeness.missing(
                        content(CooperationMode.VENUE_COOPERATION, null, null), CALL, UPLOADED, Set.of()))
                .extracting(FieldError::field)
                .containsExactly("priceYuan", "marketPriceYuan", "sharePercent");
        assertThat(Completeness.missing(
                        content(CooperationMode.VOLUNTEER_POINTS, null, null), CALL, UPLOADED, Set.of()))
                .extracting(FieldError::field, FieldError::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("mode", "not a mode of this call"));
    }

    @Test
    void a_promise_lies_at_or_below_the_market() {
        assertThat(Completeness.missing(
                        content(CooperationMode.VENUE_COOPERATION, 6_000L, "15"), CALL, UPLOADED, Set.of()))
                .isEmpty();
        assertThat(Completeness.missing(
                        content(CooperationMode.VENUE_COOPERATION, 6_001L, "15"), CALL, UPLOADED, Set.of()))
                .containsExactly(new FieldError("priceYuan", "above the market price", "at most 60.00"));
    }

    @Test
    void a_document_that_nobody_asked_for_is_named() {
        ProposalContent odd = new ProposalContent(
                "t",
                "s",
                CooperationMode.VENUE_COOPERATION,
                Yuan.zero(),
                Yuan.zero(),
                BigDecimal.ZERO,
                null,
                List.of(new ProposalContent.Document("PHOTO", STRANGE)));
        assertThat(Completeness.missing(odd, CALL, UPLOADED, Set.of()))
                .extracting(FieldError::reason)
                .containsExactly("missing: LICENCE", "not asked for: PHOTO", "not one of your documents: " + STRANGE);
        assertThat(Completeness.missing(odd, CALL, UPLOADED, Set.of(STRANGE)))
                .extracting(FieldError::reason)
                .contains("not wholly uploaded yet: " + STRANGE);
    }

    @Test
    void versions_differ_field_by_field() {
        ProposalContent dearer = content(CooperationMode.VENUE_COOPERATION, 2_500L, "15.00");
        assertThat(ContentField.between(complete(), complete())).isEmpty();
        assertThat(ContentField.between(complete(), dearer))
                .containsExactly(
                        new ContentField.Difference("title", "长者书法晚课", "t"),
                        new ContentField.Difference("summary", "每周二、四晚七点", "s"),
                        new ContentField.Difference("priceYuan", "20.00", "25.00"),
                        new ContentField.Difference("benefitSessions", "12", null));
        assertThat(ContentField.between(empty(), complete())).hasSize(ContentField.values().length);
    }

    private static ProposalContent content(CooperationMode mode, Long fen, String share) {
        return new ProposalContent(
                "t",
                "s",
                mode,
                fen == null ? null : Yuan.ofFen(fen),
                fen == null ? null : Yuan.ofFen(6_000),
                share == null ? null : new BigDecimal(share),
                null,
                List.of(new ProposalContent.Document("LICENCE", DOCUMENT)));
    }
}

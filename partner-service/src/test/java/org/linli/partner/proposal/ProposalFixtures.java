package org.linli.partner.proposal;

import org.linli.partner.call.CallFixtures;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.platform.money.Yuan;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A proposal as a studio would make it to the call of {@link CallFixtures}. */
public final class ProposalFixtures {

    public static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000002");
    public static final Instant AT = Instant.parse("2026-12-01T02:11:09Z");
    static final UUID DOCUMENT = UUID.fromString("01990000-0000-7000-8000-00000000000d");

    private ProposalFixtures() {}

    public static ProposalContent complete() {
        return new ProposalContent(
                "长者书法晚课",
                "每周二、四晚七点",
                CooperationMode.VENUE_COOPERATION,
                Yuan.ofFen(2_000),
                Yuan.ofFen(6_000),
                new BigDecimal("15.00"),
                12,
                List.of(new ProposalContent.Document("LICENCE", DOCUMENT)));
    }

    static ProposalContent empty() {
        return new ProposalContent(null, null, null, null, null, null, null, List.of());
    }

    public static StoredProposal recorded(Proposal proposal, int contentVersion, long sequence) {
        return new StoredProposal(
                proposal,
                CallFixtures.ID,
                CallFixtures.BRANCH,
                "石冲社区",
                new PartnerRef(UUID.fromString("01990000-0000-7000-8000-000000000003"), "墨香书院"),
                complete(),
                contentVersion,
                null,
                null,
                1,
                sequence,
                "moxiang",
                AT);
    }
}

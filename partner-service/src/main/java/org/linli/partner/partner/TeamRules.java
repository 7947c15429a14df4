package org.linli.partner.partner;

import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.CheckedPartner.Member;
import org.linli.partner.partner.PartnerDraft.MemberDraft;
import org.linli.platform.request.Fields;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A team is two or more who share all of it; who works alone names nobody. */
final class TeamRules {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 100;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private TeamRules() {}

    /** The members, where all are right. */
    static List<Member> members(@Nullable List<@Nullable MemberDraft> drafts, boolean team, Fields fields) {
        int size = drafts == null ? 0 : drafts.size();
        if (!team && size > 0) {
            fields.add("members", "only a team has members", "none, or team: true");
        } else if (team && (size < 2 || size > MOST)) {
            fields.add("members", "not a team", "2 to " + MOST + " members");
        }
        if (drafts == null || !team || size < 2 || size > MOST) {
            return List.of();
        }
        int before = fields.errors().size();
        List<Member> members = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            MemberDraft draft = drafts.get(at);
            if (draft == null) {
                fields.add("members[" + at + "]", "missing", "a member");
            } else {
                members.add(member(draft, fields.in("members", at)));
            }
        }
        if (fields.errors().size() == before) {
            checkSum(members, fields);
        }
        return members;
    }

    private static Member member(MemberDraft draft, Fields fields) {
        BigDecimal share = draft.sharePercent();
        if (!isShare(share)) {
            fields.add(
                    "sharePercent",
                    share == null ? "missing" : "out of range",
                    "above 0 and up to 100, with at most two decimals");
        }
        return new Member(fields.line("name", draft.name(), LONGEST_NAME), share == null ? BigDecimal.ZERO : share);
    }

    /** The number of digits is looked at first: the rest is then cheap, whatever was sent. */
    private static boolean isShare(@Nullable BigDecimal share) {
        return share != null
                && share.precision() - share.scale() <= 3
                && share.scale() <= 20
                && share.signum() > 0
                && share.compareTo(WHOLE) <= 0
                && share.stripTrailingZeros().scale() <= 2;
    }

    private static void checkSum(List<Member> members, Fields fields) {
        BigDecimal sum = members.stream().map(Member::sharePercent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(WHOLE) != 0) {
            fields.add(
                    "members",
                    "the shares are " + sum.stripTrailingZeros().toPlainString() + " together",
                    "100 together");
        }
    }
}

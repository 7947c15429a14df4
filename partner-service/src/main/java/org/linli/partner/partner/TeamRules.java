package org.linli.partner.partner;

import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.CheckedPartner.Member;
import org.linli.partner.partner.PartnerDraft.MemberDraft;
import org.linli.platform.problem.FieldError;
import org.linli.platform.text.Texts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A team is two or more who share all of it; who works alone names nobody. */
final class TeamRules {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 100;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private TeamRules() {}

    /** The members that are right; the mistakes of the others are added. */
    static List<Member> members(@Nullable List<@Nullable MemberDraft> drafts, boolean team, List<FieldError> mistakes) {
        int size = drafts == null ? 0 : drafts.size();
        if (!team && size > 0) {
            mistakes.add(new FieldError("members", "only a team has members", "none, or team: true"));
        } else if (team && (size < 2 || size > MOST)) {
            mistakes.add(new FieldError("members", "not a team", "2 to " + MOST + " members"));
        }
        if (drafts == null || !team || size < 2 || size > MOST) {
            return List.of();
        }
        List<Member> right = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            Member member = member(drafts.get(at), "members[" + at + "]", mistakes);
            if (member != null) {
                right.add(member);
            }
        }
        if (right.size() == size) {
            checkSum(right, mistakes);
        }
        return right;
    }

    private static @Nullable Member member(@Nullable MemberDraft draft, String field, List<FieldError> mistakes) {
        if (draft == null) {
            mistakes.add(new FieldError(field, "missing", "a member"));
            return null;
        }
        String name = draft.name();
        boolean named = name != null && !Texts.isBlank(name) && Texts.length(Texts.trimmed(name)) <= LONGEST_NAME;
        if (!named) {
            mistakes.add(
                    new FieldError(field + ".name", "missing or too long", "1 to " + LONGEST_NAME + " characters"));
        } else if (name != null) {
            Texts.faultOfLine(name)
                    .ifPresent(fault -> mistakes.add(new FieldError(field + ".name", fault, Texts.EXPECTED)));
        }
        BigDecimal share = draft.sharePercent();
        if (!isShare(share)) {
            mistakes.add(new FieldError(
                    field + ".sharePercent",
                    share == null ? "missing" : "out of range",
                    "above 0 and up to 100, with at most two decimals"));
        }
        return name == null || share == null || !named || !isShare(share)
                ? null
                : new Member(Texts.trimmed(name), share);
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

    private static void checkSum(List<Member> members, List<FieldError> mistakes) {
        BigDecimal sum = members.stream().map(Member::sharePercent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(WHOLE) != 0) {
            mistakes.add(new FieldError(
                    "members",
                    "the shares are " + sum.stripTrailingZeros().toPlainString() + " together",
                    "100 together"));
        }
    }
}

package org.linli.fund.policy;

import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Policies in the words of the street. */
public final class PolicyFixtures {

    public static final String HUANSHI = "440703006";
    public static final UnitCode SHICHONG = UnitCode.of("440703006107");
    public static final UnitCode NEIGHBOUR = UnitCode.of("440703006101");

    private PolicyFixtures() {}

    /** A fifth of gross less tax, everywhere and always. */
    public static ReturnPolicy theDefault() {
        return policy("", 1, BaseKind.GROSS_LESS_TAX, "0.2", "0000-01");
    }

    public static ReturnPolicy policy(String scope, int version, BaseKind base, String rate, String from) {
        return new ReturnPolicy(
                scope.length() * 100L + version,
                new PolicyScope(scope),
                version,
                terms(base, rate),
                YearMonth.parse(from),
                "hq",
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** The same where negative months are carried through the year. */
    public static ReturnPolicy carrying(String scope, int version, BaseKind base, String rate, String from) {
        ReturnPolicy policy = policy(scope, version, base, rate, from);
        return new ReturnPolicy(
                policy.id(),
                policy.scope(),
                version,
                carrying(base, rate),
                policy.effectiveFrom(),
                policy.decidedBy(),
                policy.decidedAt());
    }

    public static Terms terms(BaseKind base, String rate) {
        return new Terms(base, Rate.parse(rate).orElseThrow(), Carry.NONE);
    }

    public static Terms carrying(BaseKind base, String rate) {
        return new Terms(base, Rate.parse(rate).orElseThrow(), Carry.YEAR);
    }

    public static PolicyBook bookWith(ReturnPolicy... declared) {
        List<ReturnPolicy> all = new ArrayList<>(List.of(declared));
        all.add(theDefault());
        return new PolicyBook(all);
    }
}

package org.linli.fund.ledger;

import java.util.Arrays;
import java.util.Optional;

/**
 * The accounts of the fund. Each has a sub-account for every branch, so no account is hot.
 *
 * <p>Source of the codes: the chart of accounts of the Chinese accounting standards (企业会计准则 应用指南), where 1221
 * holds other receivables and 2241 other payables.
 */
public enum Account {
    BANK("1002", "银行存款", "Bank deposits", Side.DEBIT),
    RETURN_RECEIVABLE("1221", "应收返还款", "Return receivable", Side.DEBIT),
    RESIDENTS_FUND("2241", "居民返还基金", "Residents' return fund", Side.CREDIT);

    /** The side on which an account grows. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    private final String code;
    private final String chineseName;
    private final String englishName;
    private final Side normalSide;

    Account(String code, String chineseName, String englishName, Side normalSide) {
        this.code = code;
        this.chineseName = chineseName;
        this.englishName = englishName;
        this.normalSide = normalSide;
    }

    public static Optional<Account> ofCode(String code) {
        return Arrays.stream(values())
                .filter(account -> account.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    /** Such as {@code 应收返还款 Return receivable}. */
    public String displayName() {
        return chineseName + " " + englishName;
    }

    public Side normalSide() {
        return normalSide;
    }
}

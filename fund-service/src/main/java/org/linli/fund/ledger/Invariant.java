package org.linli.fund.ledger;

/** What is true of the ledger at every moment; each is counted by how often it is broken, which is never. */
public enum Invariant {
    /** Debits equal credits in each journal entry. */
    ENTRIES_BALANCE,
    /** The balance of each sub-account is the sum of its postings. */
    BALANCES_ARE_SUMS_OF_POSTINGS,
    /** What each obligation owes is the sum of its accruals' changes and of those that other months carried to it. */
    OBLIGATIONS_ARE_SUMS_OF_ACCRUALS,
    /** What of each obligation is funded is the sum of its fundings less those taken back. */
    FUNDED_IS_SUM_OF_FUNDINGS,
    /** What the months of a branch carry to each other within a year is nothing in sum. */
    CARRIED_IS_NOTHING_IN_A_YEAR,
    /** A branch's receivable is what it owes less what it funded, its fund what it owes, its bank what it funded. */
    ACCOUNTS_AGREE_WITH_OBLIGATIONS
}

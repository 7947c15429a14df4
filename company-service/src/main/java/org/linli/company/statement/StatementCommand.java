package org.linli.company.statement;

import java.util.List;

/** What somebody wants done with a statement. {@code by} is the subject of their token. */
public sealed interface StatementCommand {

    String by();

    /** The branch head's word that the month is complete. */
    record Submit(String by, Totals totals) implements StatementCommand {}

    /** HQ takes it into the books. */
    record Accept(String by) implements StatementCommand {}

    /** HQ sends it back. */
    record Return(String by, List<String> reasons) implements StatementCommand {}

    /** The branch takes it back before HQ has decided. */
    record Withdraw(String by) implements StatementCommand {}

    /** The branch gives it up. */
    record Discard(String by) implements StatementCommand {}
}

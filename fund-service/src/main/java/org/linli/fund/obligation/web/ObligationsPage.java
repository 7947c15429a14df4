package org.linli.fund.obligation.web;

import org.jspecify.annotations.Nullable;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.application.ObligationQueries.After;
import org.linli.fund.obligation.application.ObligationQueries.Line;
import org.linli.fund.obligation.application.ObligationQueries.Order;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.Position;

/** Cursors of the list of obligations: the key of its order, branch and period of the last row. */
final class ObligationsPage {

    private ObligationsPage() {}

    static String cursor(PageRequest page, Order order, Line last) {
        Obligation obligation = last.obligation();
        return page.cursorAfter(
                key(order, obligation),
                obligation.key().unit(),
                obligation.key().period());
    }

    /** The same number that the query sorts by. */
    private static long key(Order order, Obligation obligation) {
        return switch (order) {
            case UNIT -> 0;
            case PERIOD -> Long.parseLong(obligation.key().period().toString().replace("-", ""));
            case OWED -> -Yuan.fen(obligation.owed());
            case OUTSTANDING -> -Yuan.fen(obligation.outstanding());
        };
    }

    static @Nullable After after(PageRequest page) {
        Position last = page.after(3);
        return last == null ? null : new After(last.number(0), last.code(1), last.text(2));
    }
}

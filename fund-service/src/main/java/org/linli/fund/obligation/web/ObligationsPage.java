package org.linli.fund.obligation.web;

import org.jspecify.annotations.Nullable;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.application.ObligationQueries.After;
import org.linli.fund.obligation.application.ObligationQueries.Line;
import org.linli.fund.obligation.application.ObligationQueries.Order;
import org.linli.fund.web.Filters;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.Cursors;
import org.linli.platform.paging.PageRequest;

import java.util.List;

/** Cursors of the list of obligations: the order, its key, branch and period of the last row. */
final class ObligationsPage {

    private ObligationsPage() {}

    static String cursor(Order order, Line last) {
        Obligation obligation = last.obligation();
        return Cursors.encode(
                order.name(),
                String.valueOf(key(order, obligation)),
                obligation.key().unit().value(),
                obligation.key().period().toString());
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

    static @Nullable After after(Order order, PageRequest page) {
        List<String> parts = Cursors.decode(page.cursor(), 4);
        if (parts == null) {
            return null;
        }
        if (!parts.getFirst().equals(order.name())) {
            throw Filters.unreadable("cursor", "a cursor of a list in the same order");
        }
        return new After(Filters.cursorNumber(parts.get(1)), parts.get(2), parts.get(3));
    }
}

package org.linli.company.consolidation.web;

import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.StatementLine;
import org.linli.company.consolidation.store.StatementLineList;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The way from an accepted line down to its revenue entries: a relative address at the branch role. Where a line has no
 * partner or counterparty, those of the same statement and business line with one are listed as well.
 */
final class EntriesLink {

    private static final String ENTRIES = "/api/company/entries";

    private EntriesLink() {}

    static String of(StatementLineList.Row row) {
        StatementLine line = row.line();
        Map<String, @Nullable Object> filters = new LinkedHashMap<>();
        filters.put("unit", row.key().unit().value());
        filters.put("statement", row.statementId());
        filters.put("line", line.line());
        filters.put("partner", line.partner());
        filters.put(
                "counterparty",
                line.counterparty() == null ? null : line.counterparty().value());
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(ENTRIES);
        filters.forEach((name, value) -> {
            if (value != null) {
                link.queryParam(name, "{" + name + "}");
            }
        });
        return link.encode().buildAndExpand(present(filters)).toUriString();
    }

    private static Map<String, Object> present(Map<String, @Nullable Object> filters) {
        Map<String, Object> present = new LinkedHashMap<>();
        filters.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }
}

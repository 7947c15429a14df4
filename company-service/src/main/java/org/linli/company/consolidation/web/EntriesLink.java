package org.linli.company.consolidation.web;

import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.StatementLine;
import org.linli.company.consolidation.store.StatementLineList;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The way from an accepted line down to its revenue entries, all of them and no other: an address at the branch role. */
final class EntriesLink {

    private final UriComponentsBuilder link = UriComponentsBuilder.fromPath("/api/company/entries");
    private final Map<String, Object> values = new LinkedHashMap<>();

    private EntriesLink() {}

    static String of(StatementLineList.Row row) {
        StatementLine line = row.line();
        var counterparty = line.counterparty();
        return new EntriesLink()
                .with("statement", row.statementId())
                .with("line", line.line())
                .withOrWithout("project", line.project())
                .withOrWithout("partner", line.partner())
                .withOrWithout("counterparty", counterparty == null ? null : counterparty.value())
                .toText();
    }

    private EntriesLink with(String filter, String value) {
        link.queryParam(filter, "{" + filter + "}");
        values.put(filter, value);
        return this;
    }

    private EntriesLink withOrWithout(String filter, @Nullable String value) {
        if (value != null) {
            return with(filter, value);
        }
        link.queryParam("without", filter.toUpperCase(Locale.ROOT));
        return this;
    }

    private String toText() {
        return link.encode().buildAndExpand(values).toUriString();
    }
}

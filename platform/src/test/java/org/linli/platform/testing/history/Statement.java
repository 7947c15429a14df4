package org.linli.platform.testing.history;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One accepted version of what a branch reports for a period: the full picture, not a difference.
 *
 * @param supersedes id of the last accepted version, none for the first
 * @param sequence place among the accepted events of this branch and period, from 1
 * @param unitClass class of the branch at acceptance
 */
public record Statement(
        String unit,
        String period,
        int version,
        @Nullable String supersedes,
        long sequence,
        @Nullable String unitClass,
        List<Entry> entries) {

    /** {@code <unit>-<period>-<version>}. */
    public String id() {
        return unit + "-" + period + "-" + version;
    }

    /** {@code <unit>/<period>}: what its events are about. */
    public String subject() {
        return unit + "/" + period;
    }

    /** Data of {@code linli.company.revenue-statement.accepted.v1}. */
    public Map<String, Object> acceptedEvent() {
        var data = new LinkedHashMap<String, Object>();
        data.put("statementId", id());
        data.put("unit", unit);
        data.put("period", period);
        data.put("version", version);
        data.put("supersedes", supersedes);
        data.put("unitClass", unitClass);
        data.put("acceptedBy", "hq-" + unit.substring(0, 9));
        data.put("acceptedAt", period + "-28T02:11:09Z");
        data.put("totals", amounts(entries));
        data.put("lines", lines());
        return data;
    }

    private List<Map<String, Object>> lines() {
        var grouped = new LinkedHashMap<List<@Nullable String>, List<Entry>>();
        for (Entry entry : entries) {
            var key = new ArrayList<@Nullable String>();
            key.add(entry.line());
            key.add(entry.project());
            key.add(entry.partner());
            key.add(entry.counterparty());
            grouped.computeIfAbsent(key, ignored -> new ArrayList<>()).add(entry);
        }
        return grouped.entrySet().stream()
                .map(group -> line(group.getKey(), group.getValue()))
                .toList();
    }

    private static Map<String, Object> line(List<@Nullable String> key, List<Entry> entries) {
        var line = new LinkedHashMap<String, Object>();
        line.put("line", key.get(0));
        line.put("project", key.get(1));
        line.put("partner", key.get(2));
        line.put("counterparty", key.get(3));
        line.putAll(amounts(entries));
        return line;
    }

    private static Map<String, Object> amounts(List<Entry> entries) {
        Figures sum = Figures.NONE;
        for (Entry entry : entries) {
            sum = sum.plus(entry, "");
        }
        var amounts = new LinkedHashMap<String, Object>();
        amounts.put("gross", plain(sum.gross()));
        amounts.put("tax", plain(sum.tax()));
        amounts.put("directCost", plain(sum.directCost()));
        amounts.put("entries", sum.entries());
        return amounts;
    }

    private static String plain(BigDecimal yuan) {
        return yuan.setScale(2).toPlainString();
    }
}

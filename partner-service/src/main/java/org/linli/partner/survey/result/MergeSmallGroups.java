package org.linli.partner.survey.result;

import org.linli.partner.survey.Choice;
import org.linli.partner.survey.RespondentGroup;
import org.linli.platform.smallgroups.SmallGroups;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts values of fewer than five answers together, and with them the next smallest until they are five. The columns then
 * share all answers out among them, so whatever is added up or subtracted is again five or more.
 */
final class MergeSmallGroups {

    private static final Choice UNSAID = new Choice(RespondentGroup.UNSAID, "未说 not said");

    private MergeSmallGroups() {}

    /** @param sizes answers by value; @return none where there would be one column alone, which tells nothing new */
    static List<Column> columns(RespondentGroup group, Map<String, Integer> sizes) {
        List<Choice> values =
                Stream.concat(group.values().stream(), Stream.of(UNSAID)).toList();
        List<Choice> bySize = values.stream()
                .sorted(Comparator.comparingInt(value -> size(value, sizes)))
                .toList();
        int folded = 0;
        int people = 0;
        while (folded < bySize.size()
                && (size(bySize.get(folded), sizes) < SmallGroups.FEWEST || SmallGroups.isSmall(people))) {
            people += size(bySize.get(folded++), sizes);
        }
        List<Choice> together = bySize.subList(0, folded);
        List<Column> columns = values.stream()
                .filter(value -> !together.contains(value))
                .map(value -> new Column(List.of(value.code()), value.text(), size(value, sizes)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (people > 0) {
            columns.add(rest(values.stream().filter(together::contains).toList(), people));
        }
        return columns.size() < 2 ? List.of() : List.copyOf(columns);
    }

    private static Column rest(List<Choice> values, int people) {
        return new Column(
                values.stream().map(Choice::code).toList(),
                values.stream().map(Choice::text).collect(Collectors.joining(" · ")),
                people);
    }

    private static int size(Choice value, Map<String, Integer> sizes) {
        return sizes.getOrDefault(value.code(), 0);
    }
}

package org.linli.partner.lists;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.room.OpeningHours;
import org.linli.platform.unit.UnitCode;

import java.util.List;
import java.util.UUID;

/**
 * What an item says.
 *
 * @param unit branch or street
 * @param topics by which it is matched, see {@link Topics}
 * @param forWhom who needs it
 * @param quantity people of a need, room or project; pieces or people of other resources
 * @param money what may be spent on a need or project, or what there is of it
 * @param times when it is wanted, or there, in an ordinary week; none: at any time
 * @param needs that a project would serve
 * @param resources that a project would have
 */
public record ItemTerms(
        UnitCode unit,
        ItemKind kind,
        String title,
        @Nullable String detail,
        List<String> topics,
        @Nullable String forWhom,
        @Nullable Integer quantity,
        @Nullable Money money,
        OpeningHours times,
        List<CooperationMode> modes,
        @Nullable String line,
        @Nullable Evidence evidence,
        List<UUID> needs,
        List<UUID> resources) {

    public ItemTerms {
        topics = List.copyOf(topics);
        modes = List.copyOf(modes);
        needs = List.copyOf(needs);
        resources = List.copyOf(resources);
    }

    /** The same of so many people. */
    public ItemTerms of(int people) {
        return new ItemTerms(
                unit, kind, title, detail, topics, forWhom, people, money, times, modes, line, evidence, needs,
                resources);
    }
}

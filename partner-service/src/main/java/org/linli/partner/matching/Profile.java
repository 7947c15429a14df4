package org.linli.partner.matching;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.room.OpeningHours;
import org.linli.platform.unit.UnitCode;

import java.util.Set;
import java.util.UUID;

/**
 * What is known of something when it is matched.
 *
 * @param topics in one form, see {@link org.linli.partner.lists.Topics}
 * @param words its texts in the same form
 * @param times in an ordinary week; none: nothing is said
 * @param people who want it, or whom a room holds
 * @param money that is asked for, or there
 * @param modes of co-operation
 * @param named what it names by id
 * @param standing of a proposal's partner: not suspended
 */
public record Profile(
        UUID id,
        MatchKind kind,
        UnitCode unit,
        @Nullable String unitName,
        String title,
        Set<String> topics,
        String words,
        OpeningHours times,
        @Nullable Integer people,
        @Nullable Money money,
        Set<String> modes,
        Set<UUID> named,
        boolean standing) {

    public Profile {
        topics = Set.copyOf(topics);
        modes = Set.copyOf(modes);
        named = Set.copyOf(named);
    }
}

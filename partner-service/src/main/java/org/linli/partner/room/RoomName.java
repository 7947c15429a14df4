package org.linli.partner.room;

import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;

import java.util.List;

/** What a branch calls a room or a part of one; two names that look alike are one. */
public final class RoomName {

    private static final int LONGEST = 100;

    private RoomName() {}

    /** The normal form that it is kept and shown in. */
    public static String of(String typed) {
        return Texts.name(typed);
    }

    /** What names are compared by. */
    public static String key(String name) {
        return Identifiers.key(name);
    }

    /** Whether it is a name once it is in its normal form. */
    public static boolean isOne(String name) {
        return !name.isEmpty() && Texts.length(name) <= LONGEST;
    }

    public static boolean differ(List<String> names) {
        return names.stream().map(RoomName::key).distinct().count() == names.size();
    }
}

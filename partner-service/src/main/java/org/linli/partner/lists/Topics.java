package org.linli.partner.lists;

import org.linli.platform.text.Texts;

import java.util.List;
import java.util.Locale;

/** Short words by which needs, resources and projects find each other, in one form whatever width or case. */
public final class Topics {

    private Topics() {}

    public static List<String> of(List<String> typed) {
        return typed.stream()
                .map(topic -> Texts.name(topic).toLowerCase(Locale.ROOT))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
    }
}

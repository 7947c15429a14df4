package org.linli.identity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Of what is remembered: ids, each of a session and until its end, the longest unused first. There are never more than the
 * memory has room for, whoever asks for how many.
 */
final class ExpiringIds {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final int most;
    private final int mostOfASession;

    ExpiringIds(int most, int mostOfASession) {
        this.most = most;
        this.mostOfASession = mostOfASession;
    }

    /** Adds or renews one; returns those that are gone for it: what is over, and the longest unused beyond the bounds. */
    synchronized List<String> put(String id, String session, Instant end, Instant now) {
        entries.remove(id);
        List<String> gone = new ArrayList<>();
        entries.forEach((other, entry) -> {
            if (!entry.end().isAfter(now)) {
                gone.add(other);
            }
        });
        removeAll(gone);
        List<String> ofSession = of(session);
        gone.addAll(first(ofSession, ofSession.size() + 1 - mostOfASession));
        removeAll(gone);
        gone.addAll(first(entries.keySet(), entries.size() + 1 - most));
        removeAll(gone);
        entries.put(id, new Entry(session, end));
        return gone;
    }

    synchronized @Nullable String sessionOf(String id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.session();
    }

    synchronized List<String> of(String session) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().session().equals(session))
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized void removeAll(Collection<String> ids) {
        ids.forEach(entries::remove);
    }

    synchronized int size() {
        return entries.size();
    }

    private static List<String> first(Collection<String> ids, int count) {
        return ids.stream().limit(Math.max(0, count)).toList();
    }

    private record Entry(String session, Instant end) {}
}

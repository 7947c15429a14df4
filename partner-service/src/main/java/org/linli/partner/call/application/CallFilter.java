package org.linli.partner.call.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.search.Search;

import java.util.List;

/**
 * Which calls a list shows.
 *
 * @param states as callers see them; at least one
 * @param line business line, or empty for all
 * @param mode that a call offers, absent for all
 */
public record CallFilter(
        List<String> states, String line, @Nullable CooperationMode mode, Search search) {

    public static final List<String> PUBLIC = List.of("PUBLISHED", "CLOSED");
}

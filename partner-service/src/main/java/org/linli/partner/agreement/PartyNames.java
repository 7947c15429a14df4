package org.linli.partner.agreement;

import org.jspecify.annotations.Nullable;

/**
 * What the parties are called.
 *
 * @param partner as registered
 * @param branch as far as heard of
 */
public record PartyNames(String partner, @Nullable String branch) {}

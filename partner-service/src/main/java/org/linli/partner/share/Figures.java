package org.linli.partner.share;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was taken in, and what of it goes back.
 *
 * @param cost direct cost; needed where the share is one of the profit
 */
public record Figures(Money turnover, @Nullable Money cost, Share share) {}

package org.linli.partner.agreement;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;

/**
 * A line of the price list.
 *
 * @param price that residents pay
 * @param market what the same costs elsewhere; above zero
 */
@Schema(name = "PriceItem")
public record PriceItem(String item, Money price, Money market) {}

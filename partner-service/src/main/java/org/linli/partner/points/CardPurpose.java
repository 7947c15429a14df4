package org.linli.partner.points;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.EnumSet;
import java.util.Set;

/** What a card is shown for: who was shown one to give points cannot take any with it. */
@Schema(name = "CardPurpose")
public enum CardPurpose {
    /** Points are given for as long as it is valid. */
    EARN,
    /** Points are taken once; it is used up then. */
    SPEND;

    /** Where a card is only looked at. */
    public static final Set<CardPurpose> ANY = Set.copyOf(EnumSet.allOf(CardPurpose.class));
}

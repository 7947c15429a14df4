package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemState;
import org.linli.partner.lists.ItemTerms;
import org.linli.platform.history.HistoryStep;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(name = "Resource", description = "A resource; of a room, whose id it has, the equipment are its topics")
record ResourceView(
        UUID id,
        UnitCode unit,
        @Nullable String unitName,
        ItemKind kind,
        String title,
        @Nullable String detail,
        List<String> topics,

        @Schema(description = "Pieces or people; of a room its capacity") @Nullable
        Integer quantity,

        List<SpanView> times,
        @Nullable Money amount,
        @Schema(description = "OPEN or DROPPED") ItemState state,
        @Nullable String reason,
        long version,
        String createdBy,
        Instant createdAt,
        List<HistoryStep> history) {

    static ResourceView of(Item item, List<HistoryStep> history) {
        ItemTerms terms = item.terms();
        return new ResourceView(
                item.id(),
                terms.unit(),
                item.unitName(),
                terms.kind(),
                terms.title(),
                terms.detail(),
                terms.topics(),
                terms.quantity(),
                TimeSpans.view(terms.times()),
                terms.money(),
                item.state(),
                item.reason(),
                item.version(),
                item.createdBy(),
                item.createdAt(),
                history);
    }
}

package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.lists.Evidence;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemState;
import org.linli.partner.lists.ItemTerms;
import org.linli.platform.history.HistoryStep;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(name = "Need", description = "A need; the history only where one is asked for")
record NeedView(
        UUID id,
        UnitCode unit,
        @Nullable String unitName,
        String title,
        @Nullable String detail,
        List<String> topics,
        @Nullable String forWhom,
        @Nullable Integer people,
        List<SpanView> times,
        @Nullable Money budget,
        @Nullable Evidence evidence,
        @Schema(description = "OPEN, MET or DROPPED") ItemState state,
        @Nullable String reason,
        long version,
        String createdBy,
        Instant createdAt,
        List<HistoryStep> history) {

    static NeedView of(Item item, List<HistoryStep> history) {
        ItemTerms terms = item.terms();
        return new NeedView(
                item.id(),
                terms.unit(),
                item.unitName(),
                terms.title(),
                terms.detail(),
                terms.topics(),
                terms.forWhom(),
                terms.quantity(),
                TimeSpans.view(terms.times()),
                terms.money(),
                terms.evidence(),
                item.state(),
                item.reason(),
                item.version(),
                item.createdBy(),
                item.createdAt(),
                history);
    }
}

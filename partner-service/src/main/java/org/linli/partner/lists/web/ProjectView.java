package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemState;
import org.linli.partner.lists.ItemTerms;
import org.linli.platform.history.HistoryStep;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(name = "Project", description = "A project wanted; the history only where one is asked for")
record ProjectView(
        UUID id,
        UnitCode unit,
        @Nullable String unitName,
        String title,
        @Nullable String seeking,
        List<String> topics,
        @Nullable Integer people,
        List<SpanView> times,
        @Nullable Money budget,
        List<CooperationMode> modes,
        @Nullable String line,
        List<UUID> needs,
        List<UUID> resources,
        @Schema(description = "OPEN, CALLED or DROPPED") ItemState state,
        @Nullable String reason,

        @Schema(description = "The open call that became of it") @Nullable
        UUID callId,

        long version,
        String createdBy,
        Instant createdAt,
        List<HistoryStep> history) {

    static ProjectView of(Item item, List<HistoryStep> history) {
        ItemTerms terms = item.terms();
        return new ProjectView(
                item.id(),
                terms.unit(),
                item.unitName(),
                terms.title(),
                terms.detail(),
                terms.topics(),
                terms.quantity(),
                TimeSpans.view(terms.times()),
                terms.money(),
                terms.modes(),
                terms.line(),
                terms.needs(),
                terms.resources(),
                item.state(),
                item.reason(),
                item.call(),
                item.version(),
                item.createdBy(),
                item.createdAt(),
                history);
    }
}

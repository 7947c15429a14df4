package org.linli.partner.proposal.store;

import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.Proposals.Stamp;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.UUID;

/** Writes versions of proposals that the transaction has made or locked. */
@Component
class VersionRows {

    private final DatabaseClient database;
    private final JsonMapper json;

    VersionRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Of the proposal that {@code of} gives, by {@link #bind}. */
    static String insert(String of) {
        return """
                INSERT INTO proposal_version (proposal_id, number, title, summary, mode, price, market_price,
                    share_percent, benefit_sessions, documents, saved_by, saved_at)
                SELECT %s, :number, :title, :summary, :mode, :price, :marketPrice, :share, :sessions,
                    :documents::jsonb, :by, :at
                """.formatted(of);
    }

    Mono<Void> add(UUID proposal, int number, ProposalContent content, Stamp stamp) {
        return bind(database.sql(insert(":proposal")), number, content, stamp)
                .bind("proposal", proposal)
                .then();
    }

    GenericExecuteSpec bind(GenericExecuteSpec statement, int number, ProposalContent content, Stamp stamp) {
        return statement
                .bind("number", number)
                .bind("title", Columns.orNull(content.title(), String.class))
                .bind("summary", Columns.orNull(content.summary(), String.class))
                .bind(
                        "mode",
                        Columns.orNull(
                                content.mode() == null ? null : content.mode().name(), String.class))
                .bind("price", Columns.orNull(content.price() == null ? null : Yuan.fen(content.price()), Long.class))
                .bind(
                        "marketPrice",
                        Columns.orNull(
                                content.marketPrice() == null ? null : Yuan.fen(content.marketPrice()), Long.class))
                .bind("share", Columns.orNull(content.sharePercent(), BigDecimal.class))
                .bind("sessions", Columns.orNull(content.benefitSessions(), Integer.class))
                .bind("documents", json.writeValueAsString(content.documents()))
                .bind("by", stamp.by())
                .bind("at", stamp.at());
    }
}

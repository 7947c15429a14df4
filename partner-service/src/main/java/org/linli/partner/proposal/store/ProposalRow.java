package org.linli.partner.proposal.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.Remark;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Reads a proposal's row together with the version that its reader sees. */
@Component
class ProposalRow {

    static final String CONTENT = """
            v.title, v.summary, v.mode, v.price, v.market_price, v.share_percent, v.benefit_sessions,
            v.documents::text AS documents""";
    static final String COLUMNS = CONTENT + """
            , v.number, p.id, p.call_id, p.unit_code, u.name AS unit_name, p.partner_id, p.partner_name, p.state,
            p.remarks::text AS remarks, p.reasons, p.submitted_by, p.submitted_at, p.decided_by, p.decided_at,
            p.ranking_id, p.version, p.sequence, p.created_by, p.created_at""";

    private final JsonMapper json;

    ProposalRow(JsonMapper json) {
        this.json = json;
    }

    StoredProposal read(Readable row) {
        return new StoredProposal(
                proposal(row),
                Columns.id(row, "call_id"),
                Columns.unit(row, "unit_code"),
                Columns.textOrNull(row, "unit_name"),
                new PartnerRef(Columns.id(row, "partner_id"), Columns.text(row, "partner_name")),
                content(row),
                Columns.integer(row, "number"),
                Columns.timeOrNull(row, "submitted_at"),
                row.get("ranking_id", UUID.class),
                Columns.number(row, "version"),
                Columns.number(row, "sequence"),
                Columns.text(row, "created_by"),
                Columns.time(row, "created_at"));
    }

    ProposalContent content(Readable row) {
        String mode = Columns.textOrNull(row, "mode");
        Long price = row.get("price", Long.class);
        Long marketPrice = row.get("market_price", Long.class);
        return new ProposalContent(
                Columns.textOrNull(row, "title"),
                Columns.textOrNull(row, "summary"),
                mode == null ? null : CooperationMode.valueOf(mode),
                price == null ? null : Yuan.ofFen(price),
                marketPrice == null ? null : Yuan.ofFen(marketPrice),
                row.get("share_percent", BigDecimal.class),
                row.get("benefit_sessions", Integer.class),
                List.of(json.readValue(Columns.text(row, "documents"), ProposalContent.Document[].class)));
    }

    private Proposal proposal(Readable row) {
        UUID id = Columns.id(row, "id");
        return switch (Columns.text(row, "state")) {
            case "DRAFT" -> new Proposal.Draft(id);
            case "SUBMITTED" ->
                new Proposal.Submitted(id, Columns.text(row, "submitted_by"), Columns.time(row, "submitted_at"));
            case "NEEDS_CHANGES" ->
                new Proposal.NeedsChanges(id, List.of(json.readValue(Columns.text(row, "remarks"), Remark[].class)));
            case "IN_TRIAL" -> new Proposal.InTrial(id);
            case "ACCEPTED" ->
                new Proposal.Accepted(
                        id,
                        Columns.texts(row, "reasons"),
                        Columns.text(row, "decided_by"),
                        Columns.time(row, "decided_at"));
            case "REJECTED" ->
                new Proposal.Rejected(
                        id,
                        Columns.texts(row, "reasons"),
                        Columns.text(row, "decided_by"),
                        Columns.time(row, "decided_at"));
            case "WITHDRAWN" -> new Proposal.Withdrawn(id);
            case "EXPIRED" -> new Proposal.Expired(id);
            default -> throw new IllegalStateException("proposal " + id + " is in no known state");
        };
    }
}

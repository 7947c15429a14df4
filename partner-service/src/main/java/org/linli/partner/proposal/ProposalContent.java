package org.linli.partner.proposal;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a partner offers. A draft may leave anything open; {@link Completeness} says what a submission needs.
 *
 * @param price that residents pay a unit of the service, promised
 * @param marketPrice of the same elsewhere
 * @param sharePercent of the income that goes back to the community, 0 to 100
 * @param benefitSessions free sessions for residents a year
 */
public record ProposalContent(
        @Nullable String title,
        @Nullable String summary,
        @Nullable CooperationMode mode,
        @Nullable Money price,
        @Nullable Money marketPrice,
        @Nullable BigDecimal sharePercent,
        @Nullable Integer benefitSessions,
        List<Document> documents) {

    /** A document brought along, by the code under which the call asks for it. */
    @Schema(name = "ProposalDocument")
    public record Document(String code, UUID documentId) {}

    public ProposalContent {
        documents = List.copyOf(documents);
    }

    public boolean brings(String documentCode) {
        return documents.stream().anyMatch(document -> document.code().equals(documentCode));
    }

    /** What it can be found by. */
    public String[] words(String partnerName) {
        return Stream.of(title, summary, partnerName)
                .filter(text -> text != null)
                .toArray(String[]::new);
    }
}

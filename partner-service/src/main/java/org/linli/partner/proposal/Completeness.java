package org.linli.partner.proposal;

import org.joda.money.Money;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.DocumentRequirement;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What a proposal needs before it can be submitted to a call. All that is missing comes back, not the first. */
public final class Completeness {

    private Completeness() {}

    /** @param uploaded the partner's documents among those that the proposal names */
    public static List<FieldError> missing(
            ProposalContent content, CallTerms call, Set<UUID> uploaded, Set<UUID> unfinished) {
        Stream<FieldError> fields = Stream.of(
                        title(content),
                        summary(content),
                        mode(content, call),
                        price(content),
                        marketPrice(content),
                        promise(content),
                        share(content))
                .flatMap(Optional::stream);
        return Stream.of(fields, documents(content, call), unknown(content, uploaded, unfinished))
                .flatMap(missing -> missing)
                .toList();
    }

    private static Optional<FieldError> title(ProposalContent content) {
        return needed(content.title() == null, "title", "1 to 200 characters");
    }

    private static Optional<FieldError> summary(ProposalContent content) {
        return needed(content.summary() == null, "summary", "1 to 4000 characters");
    }

    /** One of the modes that the call offers. */
    private static Optional<FieldError> mode(ProposalContent content, CallTerms call) {
        CooperationMode mode = content.mode();
        return mode == null || call.modes().contains(mode)
                ? needed(mode == null, "mode", "one of " + call.modes())
                : Optional.of(new FieldError("mode", "not a mode of this call", "one of " + call.modes()));
    }

    /** Volunteers take no money; everybody else promises a price. */
    private static Optional<FieldError> price(ProposalContent content) {
        return needed(isPaid(content) && content.price() == null, "priceYuan", "the price that you promise, in yuan");
    }

    private static Optional<FieldError> marketPrice(ProposalContent content) {
        return needed(
                isPaid(content) && content.marketPrice() == null,
                "marketPriceYuan",
                "the price of the same on the market, in yuan");
    }

    /** A promise is worth something only below the market. */
    private static Optional<FieldError> promise(ProposalContent content) {
        Money price = content.price();
        Money market = content.marketPrice();
        return price != null && market != null && price.isGreaterThan(market)
                ? Optional.of(new FieldError("priceYuan", "above the market price", "at most " + Yuan.format(market)))
                : Optional.empty();
    }

    /** Who runs a community's room gives a part of the income back. */
    private static Optional<FieldError> share(ProposalContent content) {
        return needed(
                content.mode() == CooperationMode.VENUE_COOPERATION && content.sharePercent() == null,
                "sharePercent",
                "the share of your income that goes back, 0 to 100 percent");
    }

    private static Stream<FieldError> documents(ProposalContent content, CallTerms call) {
        Stream<FieldError> lacking = call.documents().stream()
                .filter(DocumentRequirement::required)
                .filter(asked -> !content.brings(asked.code()))
                .map(asked -> new FieldError(
                        "documents", "missing: " + asked.code(), asked.name() + ", as document " + asked.code()));
        Stream<FieldError> unasked = content.documents().stream()
                .map(ProposalContent.Document::code)
                .distinct()
                .filter(code -> call.document(code).isEmpty())
                .map(code -> new FieldError("documents", "not asked for: " + code, asked(call)));
        return Stream.concat(lacking, unasked);
    }

    private static Stream<FieldError> unknown(ProposalContent content, Set<UUID> uploaded, Set<UUID> unfinished) {
        return content.documents().stream()
                .filter(document -> !uploaded.contains(document.documentId()))
                .map(document -> new FieldError(
                        "documents",
                        (unfinished.contains(document.documentId())
                                        ? "not wholly uploaded yet: "
                                        : "not one of your documents: ")
                                + document.documentId(),
                        "the id of a document that you have uploaded"));
    }

    private static String asked(CallTerms call) {
        return call.documents().isEmpty()
                ? "no documents"
                : "documents of "
                        + call.documents().stream()
                                .map(DocumentRequirement::code)
                                .toList();
    }

    private static boolean isPaid(ProposalContent content) {
        return content.mode() != CooperationMode.VOLUNTEER_POINTS;
    }

    private static Optional<FieldError> needed(boolean lacks, String field, String expected) {
        return lacks ? Optional.of(new FieldError(field, "missing", expected)) : Optional.empty();
    }
}

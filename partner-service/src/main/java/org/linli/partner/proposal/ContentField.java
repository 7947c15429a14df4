package org.linli.partner.proposal;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a proposal by the names that callers know: what remarks point at and versions differ in. */
public enum ContentField {
    TITLE("title", ProposalContent::title),
    SUMMARY("summary", ProposalContent::summary),
    MODE("mode", content -> content.mode() == null ? null : content.mode().name()),
    PRICE("priceYuan", content -> content.price() == null ? null : Yuan.format(content.price())),
    MARKET_PRICE(
            "marketPriceYuan", content -> content.marketPrice() == null ? null : Yuan.format(content.marketPrice())),
    SHARE(
            "sharePercent",
            content -> content.sharePercent() == null
                    ? null
                    : content.sharePercent().toPlainString()),
    BENEFIT_SESSIONS(
            "benefitSessions",
            content -> content.benefitSessions() == null
                    ? null
                    : content.benefitSessions().toString()),
    DOCUMENTS("documents", ContentField::documents);

    private final String wireName;
    private final Function<ProposalContent, @Nullable String> text;

    ContentField(String wireName, Function<ProposalContent, @Nullable String> text) {
        this.wireName = wireName;
        this.text = text;
    }

    /** A field that differs between two versions. @param before absent where it was left open */
    @Schema(name = "ContentFieldDifference")
    public record Difference(
            String field, @Nullable String before, @Nullable String after) {}

    public String wireName() {
        return wireName;
    }

    public static Optional<ContentField> named(@Nullable String wireName) {
        return Arrays.stream(values())
                .filter(field -> field.wireName.equals(wireName))
                .findFirst();
    }

    /** For an error message. */
    public static String names() {
        return Arrays.stream(values()).map(ContentField::wireName).collect(Collectors.joining(", "));
    }

    /** Field by field, in the order of the form. */
    public static List<Difference> between(ProposalContent before, ProposalContent after) {
        List<Difference> differences = new ArrayList<>();
        for (ContentField field : values()) {
            @Nullable String was = field.text.apply(before);
            @Nullable String is = field.text.apply(after);
            if (!Objects.equals(was, is)) {
                differences.add(new Difference(field.wireName, was, is));
            }
        }
        return differences;
    }

    private static @Nullable String documents(ProposalContent content) {
        return content.documents().isEmpty()
                ? null
                : content.documents().stream()
                        .map(document -> document.code() + " " + document.documentId())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}

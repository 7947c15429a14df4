package org.linli.partner.call;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a call says.
 *
 * @param unit the branch, or the street, that calls
 * @param line business line code
 * @param deadline up to which, exclusive, proposals are taken
 */
public record CallTerms(
        UnitCode unit,
        String title,
        String seeking,
        List<CooperationMode> modes,
        String line,
        @Nullable String conditions,
        Instant deadline,
        List<Criterion> criteria,
        List<DocumentRequirement> documents) {

    public CallTerms {
        modes = List.copyOf(modes);
        criteria = List.copyOf(criteria);
        documents = List.copyOf(documents);
    }

    public CallTerms until(Instant later) {
        return new CallTerms(unit, title, seeking, modes, line, conditions, later, criteria, documents);
    }

    public Optional<DocumentRequirement> document(String code) {
        return documents.stream().filter(asked -> asked.code().equals(code)).findFirst();
    }
}

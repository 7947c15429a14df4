package org.linli.company.consolidation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.Cell;
import org.linli.company.consolidation.Consolidated;
import org.linli.company.consolidation.Figures;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.UnitCode;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The consolidated figures of one scope, split by period, business line and branch class. */
@Schema(name = "Consolidated")
record ConsolidatedView(
        @Schema(example = "440703006") String scope,
        @Schema(example = "环市街道") String name,
        @Schema(example = "2026-01") String from,
        @Schema(example = "2026-12") String to,
        FiguresView total,

        @Schema(description = "按期间，仅列有数的期间 · only periods with figures")
        List<PeriodFigures> byPeriod,

        @Schema(description = "按业务线 · by business line") List<LineFigures> byLine,

        @Schema(description = "按分公司类型 · by branch class as frozen at acceptance")
        List<ClassFigures> byClass,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Comparison comparison) {

    static ConsolidatedView of(UnitCode scope, @Nullable String name, Consolidated figures) {
        return new ConsolidatedView(
                scope.value(),
                name == null ? scope.value() : name,
                figures.months().from(),
                figures.months().to(),
                FiguresView.of(figures.total()),
                list(figures.byPeriod(), (period, each) -> new PeriodFigures(period.toString(), FiguresView.of(each))),
                lines(figures.byLine()),
                classes(figures.byClass()),
                null);
    }

    /** The same view with what changed since earlier months. */
    ConsolidatedView comparedWith(Consolidated earlier, Consolidated now) {
        Comparison change = Comparison.of(earlier, now);
        return new ConsolidatedView(scope, name, from, to, total, byPeriod, byLine, byClass, change);
    }

    private static List<LineFigures> lines(SortedMap<String, Figures> figures) {
        return list(figures, (line, each) -> new LineFigures(line, FiguresView.of(each)));
    }

    private static List<ClassFigures> classes(SortedMap<String, Figures> figures) {
        return list(figures, (key, each) -> new ClassFigures(unitClass(key), FiguresView.of(each)));
    }

    private static @Nullable String unitClass(String key) {
        return key.equals(Cell.OfLine.NO_CLASS) ? null : key;
    }

    private static <K, V> List<V> list(SortedMap<K, Figures> figures, Item<K, V> item) {
        return figures.entrySet().stream()
                .map((Map.Entry<K, Figures> each) -> item.of(each.getKey(), each.getValue()))
                .toList();
    }

    private interface Item<K, V> {
        V of(K key, Figures figures);
    }

    /** Figures of one month. */
    @Schema(name = "ConsolidatedPeriodFigures")
    record PeriodFigures(
            @Schema(example = "2026-03") String period,
            @JsonUnwrapped FiguresView figures) {}

    /** Figures of one business line. */
    @Schema(name = "ConsolidatedLineFigures")
    record LineFigures(
            @Schema(example = "CANTEEN") String line,
            @JsonUnwrapped FiguresView figures) {}

    /** Figures of one branch class; null gathers branches that had none. */
    @Schema(name = "ConsolidatedClassFigures")
    record ClassFigures(
            @Schema(example = "VENUE") @Nullable String unitClass,
            @JsonUnwrapped FiguresView figures) {}

    /** What changed from earlier months to those of the view: later less earlier, so a decrease is negative. */
    @Schema(name = "ConsolidatedComparison", description = "与另一区间比较：本期减对比期 · the view's months less the earlier ones")
    record Comparison(
            String from,
            String to,
            FiguresView total,
            FiguresView change,
            List<LineFigures> changeByLine,
            List<ClassFigures> changeByClass) {

        static Comparison of(Consolidated earlier, Consolidated now) {
            PeriodRange months = earlier.months();
            return new Comparison(
                    months.from(),
                    months.to(),
                    FiguresView.of(earlier.total()),
                    FiguresView.of(now.total().minus(earlier.total())),
                    lines(Consolidated.change(earlier.byLine(), now.byLine())),
                    classes(Consolidated.change(earlier.byClass(), now.byClass())));
        }
    }
}

package org.linli.company.consolidation.web;

import org.linli.company.consolidation.Figures;
import org.linli.company.consolidation.store.CellList;
import org.linli.platform.csv.CsvLines;

import java.util.List;
import java.util.stream.Collectors;

/** Cells as lines of a CSV file. */
final class CellsFile {

    private static final String ENGLISH = "scope,period,line,gross,tax,direct_cost,eliminated,external,entries\r\n";
    private static final String CHINESE = "\uFEFF单位代码,期间,业务线,营业收入,税金,直接成本,内部抵销,对外收入,笔数\r\n";

    private CellsFile() {}

    static String header(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case ZH -> CHINESE;
        };
    }

    static String rows(List<CellList.Row> page) {
        return page.stream().map(CellsFile::row).collect(Collectors.joining());
    }

    private static String row(CellList.Row row) {
        Figures figures = row.figures();
        return CsvLines.row(
                row.scope(),
                row.period(),
                row.line(),
                figures.all().gross(),
                figures.all().tax(),
                figures.all().directCost(),
                figures.eliminated().gross(),
                figures.external(),
                figures.all().entries());
    }

    /** Language of the header row. */
    enum Language {
        EN,
        ZH
    }
}

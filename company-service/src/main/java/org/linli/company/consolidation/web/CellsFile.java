package org.linli.company.consolidation.web;

import org.linli.company.consolidation.Figures;
import org.linli.company.consolidation.store.CellList;
import org.linli.platform.money.Yuan;

import java.util.List;
import java.util.stream.Collectors;

/** Cells as lines of a CSV file (RFC 4180). No field ever needs quotes: codes, periods and plain numbers only. */
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
        return String.join(
                        ",",
                        row.scope().value(),
                        row.period().toString(),
                        row.line(),
                        Yuan.format(figures.all().gross()),
                        Yuan.format(figures.all().tax()),
                        Yuan.format(figures.all().directCost()),
                        Yuan.format(figures.eliminated().gross()),
                        Yuan.format(figures.external()),
                        String.valueOf(figures.all().entries()))
                + "\r\n";
    }

    /** Language of the header row. */
    enum Language {
        EN,
        ZH
    }
}

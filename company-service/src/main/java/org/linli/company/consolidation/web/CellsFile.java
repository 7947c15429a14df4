package org.linli.company.consolidation.web;

import org.linli.company.consolidation.Figures;
import org.linli.company.consolidation.store.CellList;
import org.linli.platform.file.TableFile;

import java.util.List;

/** Cells as rows of a file. */
final class CellsFile {

    private static final TableFile.Heading HEADING = new TableFile.Heading(
            "scope,period,line,gross,tax,direct_cost,eliminated,external,entries",
            "单位代码,期间,业务线,营业收入,税金,直接成本,内部抵销,对外收入,笔数");

    private CellsFile() {}

    static TableFile in(Language language) {
        return HEADING.file("consolidation", language == Language.ZH);
    }

    static List<Object> row(CellList.Row row) {
        Figures figures = row.figures();
        return List.of(
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

package org.linli.platform.sheet;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a workbook is made of: its sheets in order, and where its texts and formats stand. Parts are found by their
 * relations, as their names are free.
 *
 * @param from1904 whether days are counted from 1904, as old workbooks of the Macintosh do
 */
record WorkbookParts(
        List<SheetPart> sheets,
        @Nullable String texts,
        @Nullable String formats,
        boolean from1904) {

    /** @param part none for what is no table, such as a sheet with a chart alone */
    record SheetPart(String name, String part) {}

    private record Relation(String id, String type, String target) {}

    static WorkbookParts read(PackageParts parts) throws IOException {
        String workbook = relations(parts, "").stream()
                .filter(relation -> relation.type().equals("officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(() -> FileKinds.broken("has no workbook in it"));
        List<Relation> relations = relations(parts, workbook);
        Map<String, String> tables = new HashMap<>();
        relations.stream()
                .filter(relation -> relation.type().equals("worksheet"))
                .forEach(relation -> tables.put(relation.id(), relation.target()));
        List<SheetPart> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (XmlCursor xml = new XmlCursor(parts.open(workbook))) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    from1904 = isTrue(xml.attribute("date1904", "0"));
                } else if (xml.begins("sheet") && tables.containsKey(xml.attribute("id", ""))) {
                    String part = tables.getOrDefault(xml.attribute("id", ""), "");
                    sheets.add(new SheetPart(xml.attribute("name", ""), part));
                }
            }
        }
        return new WorkbookParts(
                List.copyOf(sheets), target(relations, "sharedStrings"), target(relations, "styles"), from1904);
    }

    static boolean isTrue(String text) {
        return text.equals("1") || text.equalsIgnoreCase("true");
    }

    private static @Nullable String target(List<Relation> relations, String type) {
        return relations.stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::target)
                .findFirst()
                .orElse(null);
    }

    /** The relations of a part, or of the file as a whole. */
    private static List<Relation> relations(PackageParts parts, String part) throws IOException {
        int name = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, name);
        List<Relation> relations = new ArrayList<>();
        try (XmlCursor xml = new XmlCursor(parts.open(folder + "_rels/" + part.substring(name) + ".rels"))) {
            while (xml.next()) {
                if (xml.begins("Relationship")
                        && !xml.attribute("TargetMode", "").equals("External")) {
                    String type = xml.attribute("Type", "");
                    relations.add(new Relation(
                            xml.attribute("Id", ""),
                            type.substring(type.lastIndexOf('/') + 1),
                            resolved(folder, xml.attribute("Target", ""))));
                }
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String path = target;
        while (path.startsWith("../") && !base.isEmpty()) {
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
            path = path.substring(3);
        }
        return base + (path.startsWith("./") ? path.substring(2) : path);
    }
}

package org.linli.platform.sheet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.table.TableFault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is called xlsx and is none, and what is one to do harm: each is told by name, and costs little. */
class OddFilesTest {

    private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>code</v></c></row>";

    @Test
    void files_of_another_kind_are_told_by_what_they_are() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        refused(ole, ".xls");
        refused(joined(ole, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE)), "password");
        refused("code,name\r\n1,环市\r\n".getBytes(StandardCharsets.UTF_8), "text");
        refused(new byte[] {1, 2, 3}, "no xlsx");
        refused(new byte[] {0}, "no xlsx");
        refused(zip("a.txt", "a"), "no workbook");
        refused(zip("xl/workbook.bin", ""), "xlsb");
    }

    @Test
    void a_file_that_was_cut_off_or_changed_is_damaged() {
        byte[] whole = sheet(HEADER);
        for (int length = 5; length < whole.length - 22; length += 97) {
            refused(Arrays.copyOf(whole, length), "damaged");
        }
        byte[] changed = whole.clone();
        changed[60] ^= 0x55;
        refused(changed, "");
        byte[] locked = whole.clone();
        locked[new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2") + 8] |= 1;
        refused(locked, "password");
    }

    @Test
    void what_unpacks_to_more_than_a_table_is_refused_before_it_is_parsed() {
        refused(zip("xl/media/a.bin", new byte[200 << 20]), "more than any table");
        refused(zip("xl/sharedStrings.xml", new byte[200 << 20]), "more than any table");
        Map<String, byte[]> many = IntStream.range(0, 1001)
                .boxed()
                .collect(Collectors.toMap(number -> "xl/" + number, number -> new byte[0]));
        refused(HandMade.zip(many), "more than any table");
    }

    @Test
    void texts_that_cells_name_are_bounded_by_themselves() {
        byte[] bomb = HandMade.workbook()
                .texts("<si><t>" + " ".repeat(25 << 20) + "</t></si>")
                .sheet("a", HEADER)
                .bytes();
        refused(bomb, "more text");
        String cells = "<row><c t=\"s\"><v>1</v></c></row>".repeat(1000);
        byte[] echo = HandMade.workbook()
                .texts("<si><t>code</t></si><si><t>" + "x".repeat(32_000) + "</t></si>")
                .sheet("a", HEADER + cells)
                .bytes();
        refused(echo, "more text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2000000000</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>-1</v></c></row>",
                "<row r=\"2\"><c r=\"ZZZZZZZ2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"2\"><v>1</v></c></row>",
                "<row r=\"2147483647\"><c><v>1</v></c></row>",
                "<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"2\"><c><v><b>1</b></v></c></row>",
                "<row r=\"2\"><c><v>1</c></row>",
                "<row r=\"2\"><c><v>&undeclared;</v></c></row>",
                "<row r=\"2\"><c><v><![CDATA[1]]></v></c></row>",
                "<!-- 1 --><row r=\"2\"/>",
                "<?x y?><row r=\"2\"/>"
            })
    void a_sheet_that_no_spreadsheet_writes_is_refused_whatever_numbers_it_states(String rows) {
        refused(sheet(HEADER + rows), "cannot be read");
    }

    @Test
    void a_parser_is_given_nothing_that_it_would_keep() {
        refused(sheet("<a>".repeat(5_000)), "cannot be read");
        refused(sheet("<a b=\"" + "x".repeat(2 << 20) + "\"/>"), "cannot be read");
        refused(sheet("<c" + "x".repeat(2 << 20) + "/>"), "cannot be read");
        String names = IntStream.range(0, 2000)
                .mapToObj(number -> "<n" + number + "/>")
                .collect(Collectors.joining());
        refused(sheet(names), "cannot be read");
        String documentType = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>";
        refused(
                HandMade.workbook()
                        .sheet("a", "")
                        .part("xl/worksheets/sheet1.xml", documentType)
                        .bytes(),
                "cannot be");
    }

    private static byte[] sheet(String rows) {
        return HandMade.workbook().texts("").sheet("a", rows).bytes();
    }

    private static byte[] zip(String name, String content) {
        return zip(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String name, byte[] content) {
        return HandMade.zip(new LinkedHashMap<>(Map.of(name, content)));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(one);
        bytes.writeBytes(other);
        return bytes.toByteArray();
    }

    private static void refused(byte[] file, String message) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(TableFault.class).hasMessageContaining(message);
    }

    private static void read(byte[] file) throws IOException {
        try (SheetTable table = SheetTable.open(file, List.of("code"))) {
            while (table.next().isPresent()) {}
        }
    }
}

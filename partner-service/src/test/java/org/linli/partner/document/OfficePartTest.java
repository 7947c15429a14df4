package org.linli.partner.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.document.Samples.TRANSITIONAL;
import static org.linli.partner.document.Samples.WORD;
import static org.linli.partner.document.Samples.WORKBOOK;

class OfficePartTest {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String BEGIN = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private static final String SEPARATE = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private static final String END = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "vbaProject,       media.bin,                    ''",
        "oleObject,        media.bin,                    ''",
        "oleObject,        http://example.org/a.html!,   External",
        "control,          media.bin,                    ''",
        "attachedTemplate, http://example.org/a.dotm,    External",
        "frame,            http://example.org/a.html,    External",
        "subDocument,      file:///c:/a.docx,            External",
        "image,            http://example.org/a.png,     External",
        "image,            http://example.org/a.png,     ''",
        "image,            \\\\example.org\\a.png,       external",
        "aFChunk,          media.bin,                    ''",
        "hyperlink,        javascript:alert(1),          External"
    })
    void refuses_relationships_to_what_runs_or_lies_outside(String kind, String target, String mode)
            throws IOException {
        assertThat(of(Samples.office(
                        TRANSITIONAL, "word/document.xml", WORD, Samples.related(OFFICE + kind, target, mode))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hyperlink, https://example.org/, External",
        "hyperlink, mailto:a@example.org, External",
        "image,     media/image1.png,     ''",
        "styles,    /word/styles.xml,     Internal"
    })
    void takes_hyperlinks_and_what_lies_within(String kind, String target, String mode) throws IOException {
        assertThat(of(Samples.office(
                        TRANSITIONAL, "word/document.xml", WORD, Samples.related(OFFICE + kind, target, mode))))
                .contains(DocumentType.DOCX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:fldSimple w:instr=\" DDEAUTO c:\\\\cmd.exe &quot;/k calc&quot; \"/>",
                "<w:fldSimple w:instr=\"dde cmd calc\"/>",
                BEGIN + "<w:r><w:instrText> DDEAUTO cmd calc</w:instrText></w:r>" + SEPARATE + END,
                BEGIN + "<w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>E cmd</w:instrText></w:r>" + END,
                BEGIN + "<w:r><w:instrText>D<!-- a -->D<x/>E cmd</w:instrText></w:r>" + SEPARATE + END,
                BEGIN + BEGIN + "<w:r><w:instrText>QUOTE</w:instrText></w:r>" + SEPARATE + "<w:r><w:t>DD</w:t></w:r>"
                        + END + "<w:r><w:instrText>E cmd calc</w:instrText></w:r>" + END,
                BEGIN + "<w:r><w:instrText>DDE cmd calc</w:instrText></w:r>",
                "<w:r><w:instrText>DDEA</w:instrText></w:r><w:r><w:instrText>UTO cmd</w:instrText></w:r>"
            })
    void refuses_fields_that_ask_another_program(String body) throws IOException {
        assertThat(of(Samples.docx(body))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:r><w:t>DDE and DDEAUTO, explained</w:t></w:r>",
                BEGIN + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + SEPARATE + "<w:r><w:t>DDE</w:t></w:r>" + END,
                "<w:fldSimple w:instr=\" DATE \\@ yyyy \"/>"
            })
    void takes_other_fields_and_text(String body) throws IOException {
        assertThat(of(Samples.docx(body))).contains(DocumentType.DOCX);
    }

    @Test
    void refuses_a_workbook_that_asks_another_program() throws IOException {
        String link = "<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>";
        assertThat(of(workbook("xl/externalLinks/externalLink1.xml", link))).isEmpty();
        assertThat(of(workbook("xl/worksheets/sheet1.xml", "<worksheet><f>cmd|'/c calc'!A0</f></worksheet>")))
                .isEmpty();
        assertThat(of(workbook("xl/worksheets/sheet1.xml", "<worksheet><f>SUM(A1:A2)&amp;\"|\"</f></worksheet>")))
                .contains(DocumentType.XLSX);
    }

    @Test
    void looks_into_workbooks_within_a_document() throws IOException {
        byte[] chart = Samples.office(TRANSITIONAL, "xl/workbook.xml", WORKBOOK, Map.of());
        byte[] macros = Samples.office(TRANSITIONAL, "xl/workbook.xml", WORKBOOK, Map.of("xl/vbaProject.bin", "x"));

        assertThat(of(Samples.docxWith("word/embeddings/Microsoft_Excel_Worksheet.xlsx", chart)))
                .contains(DocumentType.DOCX);
        assertThat(of(Samples.docxWith("word/embeddings/Microsoft_Excel_Worksheet.xlsx", macros)))
                .isEmpty();
        assertThat(of(Samples.docxWith("word/media.bin", macros))).isEmpty();
    }

    @Test
    void refuses_programs_under_any_name_and_what_stands_behind_the_package() throws IOException {
        byte[] ole = Samples.bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
        assertThat(of(Samples.docxWith("word/media.bin", ole))).isEmpty();
        assertThat(of(Samples.docxWith("word/media.bin", Samples.bytes('M', 'Z', 0x90, 0))))
                .isEmpty();

        byte[] plain = Samples.docx();
        byte[] longer = Arrays.copyOf(plain, plain.length + 30);
        System.arraycopy("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII), 0, longer, plain.length, 25);
        assertThat(of(longer)).isEmpty();
        longer[plain.length - 2] = 30;
        assertThat(of(longer)).isEmpty();
        assertThat(of(Arrays.copyOf(plain, plain.length + 1))).isEmpty();
    }

    private static byte[] workbook(String part, String content) {
        return Samples.office(TRANSITIONAL, "xl/workbook.xml", WORKBOOK, Map.of(part, content));
    }

    private Optional<DocumentType> of(byte[] content) throws IOException {
        return DocumentType.of(Files.write(directory.resolve("file.docx"), content));
    }
}

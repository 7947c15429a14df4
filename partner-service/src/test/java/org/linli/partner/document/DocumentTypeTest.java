package org.linli.partner.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.document.Samples.STRICT;
import static org.linli.partner.document.Samples.TRANSITIONAL;
import static org.linli.partner.document.Samples.WORD;
import static org.linli.partner.document.Samples.WORKBOOK;

class DocumentTypeTest {

    @TempDir
    Path directory;

    @Test
    void knows_each_kind_by_its_content() throws IOException {
        assertThat(of(Samples.pdf(2000, 1))).contains(DocumentType.PDF);
        assertThat(of("%PDF-1.4\n%%EOF\n" + " ".repeat(2_000_000))).contains(DocumentType.PDF);
        assertThat(of(Samples.png())).contains(DocumentType.PNG);
        assertThat(of(Samples.bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F')))
                .contains(DocumentType.JPEG);
        assertThat(of(Samples.bytes('R', 'I', 'F', 'F', 56, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', ' ')))
                .contains(DocumentType.WEBP);
        assertThat(of(Samples.docx())).contains(DocumentType.DOCX);
        assertThat(of(Samples.office(TRANSITIONAL, "xl/workbook.xml", WORKBOOK, Map.of())))
                .contains(DocumentType.XLSX);
    }

    @Test
    void finds_the_main_part_by_its_relationship_wherever_it_lies() throws IOException {
        assertThat(of(Samples.office(TRANSITIONAL, "word/document2.xml", WORD, Map.of())))
                .contains(DocumentType.DOCX);
        assertThat(of(Samples.office(STRICT, "/a/b/main.xml", WORD, Map.of()))).contains(DocumentType.DOCX);
        assertThat(of(Samples.office(STRICT, "/Book1.xml", WORKBOOK, Map.of()))).contains(DocumentType.XLSX);
        assertThat(of(Samples.office("http://example.org/other", "word/document.xml", WORD, Map.of())))
                .isEmpty();
        assertThat(of(Samples.zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")))
                .isEmpty();
    }

    @Test
    void takes_no_office_file_that_runs_something() throws IOException {
        String macros = "application/vnd.ms-word.document.macroEnabled.main+xml";
        String sheet = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
        assertThat(of(Samples.office(TRANSITIONAL, "word/document.xml", macros, Map.of())))
                .isEmpty();
        assertThat(of(Samples.office(TRANSITIONAL, "xl/workbook.xml", sheet, Map.of())))
                .isEmpty();
        for (String part : List.of(
                "word/vbaProject.bin",
                "word/VBAPROJECT.bin",
                "word/embeddings/oleObject1.bin",
                "word/activeX/activeX1.bin",
                "META-INF/MANIFEST.MF",
                "classes.dex",
                "a/Run.class",
                "unknown.dat")) {
            assertThat(of(Samples.office(TRANSITIONAL, "word/document.xml", WORD, Map.of(part, "x"))))
                    .as(part)
                    .isEmpty();
        }
        assertThat(of(Samples.office(TRANSITIONAL, "word/document.xml", WORD, Map.of("word/media.bin", "x"))))
                .contains(DocumentType.DOCX);
        assertThat(of(Samples.zip("META-INF/MANIFEST.MF", "Run.class"))).isEmpty();
    }

    @Test
    void takes_no_archive_that_unpacks_beyond_measure_or_reads_other_files() throws IOException {
        String large = "0".repeat(20_000_000);
        assertThat(of(Samples.office(TRANSITIONAL, "word/document.xml", WORD, Map.of("word/a.bin", large))))
                .isEmpty();
        String types = "<!DOCTYPE t [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><Types>&a;</Types>";
        assertThat(of(Samples.office(TRANSITIONAL, "word/document.xml", WORD, Map.of("[Content_Types].xml", types))))
                .isEmpty();
        byte[] behind = Samples.docx();
        byte[] before = new byte[behind.length + 20];
        System.arraycopy(behind, 0, before, 20, behind.length);
        assertThat(of(before)).isEmpty();
    }

    @Test
    void takes_no_program_before_within_or_behind_a_pdf_or_a_picture() throws IOException {
        String pdf = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n";
        assertThat(of(pdf)).contains(DocumentType.PDF);
        for (String odd : List.of(
                "\n" + pdf,
                "<html>" + pdf,
                pdf + "<script>alert(1)</script>",
                pdf.replace("1 0 obj", "<SCRIPT>new ActiveXObject('WScript.Shell')</SCRIPT>"),
                pdf.replace("/Catalog", "/Catalog /OpenAction <</S /JavaScript /JS (app.alert(1))>>"),
                pdf.replace("/Catalog", "/Catalog /OpenAction <</S /Launch /F (cmd.exe)>>"),
                pdf.replace("%%EOF", ""),
                pdf.replace("1 0 obj", "PK\u0005\u0006"),
                "%PDF-9.99\n%%EOF\n",
                "%PDF<script></script>%%EOF")) {
            assertThat(of(odd)).as(odd).isEmpty();
        }
        byte[] png = Samples.png();
        byte[] longer = Arrays.copyOf(png, png.length + 10);
        longer[longer.length - 1] = 'x';
        assertThat(of(longer)).isEmpty();
    }

    @Test
    void takes_no_other_whatever_it_is_called() throws IOException {
        byte[] broken = Samples.zip("[Content_Types].xml", "word/document.xml");
        byte[] archive = Samples.zip("word/document.xml");
        byte[] program = Samples.bytes(0x7f, 'E', 'L', 'F', 2, 1, 1);
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
        assertThat(of(archive)).isEmpty();
        assertThat(of(Arrays.copyOf(broken, broken.length - 30))).isEmpty();
        assertThat(of(program)).isEmpty();
        assertThat(of(page)).isEmpty();
        assertThat(of(picture)).isEmpty();
        assertThat(of(new byte[] {'x'})).isEmpty();
    }

    private Optional<DocumentType> of(String content) throws IOException {
        return of(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Optional<DocumentType> of(byte[] content) throws IOException {
        return DocumentType.of(Files.write(directory.resolve("file.pdf"), content));
    }
}

package org.linli.partner.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "营业执照.pdf",
                "合同 v1.2 (终稿).docx",
                "2026.03.xlsx",
                "照片.JPEG",
                "a.png",
                "scan.pdf.jpg",
                "教程node.js.pdf",
                "api.example.com.docx",
                "v2.sys 说明.pdf"
            })
    void takes_names_of_documents(String name) {
        assertThat(FileName.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.hta",
                "run.jar",
                "makro.docm",
                "tabelle.xlsm",
                "alt.doc",
                "noextension",
                "pdf",
                ".",
                "a.pdf.",
                "rechnung.pdf.exe",
                "教程node.js",
                "a.php .jpg",
                "rechnung.exe \u3000.pdf",
                "rechnung.exe          bild.pdf",
                "makro.DOCM  .docx",
                "a\u202Efdp.exe.pdf",
                "a\u202Egpj.pdf",
                "a\u2066.pdf",
                "a\u200B.pdf",
                "\uFEFFa.pdf",
                "a\u0007.pdf",
                "a\r\nb.pdf",
                "a\u2028.pdf",
                "a:stream.pdf",
                "a<b>.pdf",
                "a\u0000.pdf"
            })
    void refuses_names_that_hide_something_or_are_of_another_kind(String name) {
        assertThat(FileName.fault(name)).isPresent();
    }

    /** A machine goes by the last extension, and shows at most that it is not there. */
    @Test
    void what_runs_is_refused_as_the_last_extension_or_before_blanks_and_is_a_name_elsewhere() {
        for (String kind : List.of("exe", "js", "bat", "docm", "html")) {
            assertThat(FileName.fault("a." + kind)).as(kind).isPresent();
            assertThat(FileName.fault("a.pdf." + kind)).as(kind).isPresent();
            assertThat(FileName.fault("a." + kind + " .pdf")).as(kind).isPresent();
            assertThat(FileName.fault("a." + kind + ".pdf")).as(kind).isEmpty();
        }
    }

    @Test
    void a_name_of_200_characters_outside_the_first_plane_is_taken() {
        assertThat(FileName.fault("𠮷".repeat(196) + ".pdf")).isEmpty();
        assertThat(FileName.fault("𠮷".repeat(197) + ".pdf")).isPresent();
    }

    @Test
    void knows_a_kind_by_its_extension() {
        assertThat(DocumentType.ofName("A.PDF")).contains(DocumentType.PDF);
        assertThat(DocumentType.ofName("a.pdf.docx")).contains(DocumentType.DOCX);
        assertThat(DocumentType.ofName("pdf")).isEmpty();
    }
}

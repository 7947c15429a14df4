package org.linli.partner.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"营业执照.pdf", "合同 v1.2 (终稿).docx", "2026.03.xlsx", "照片.JPEG", "a.png", "scan.pdf.jpg"})
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
                "rechnung.exe.pdf",
                "a.php .jpg",
                "makro.DOCM.docx",
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

    @Test
    void knows_a_kind_by_its_extension() {
        assertThat(DocumentType.ofName("A.PDF")).contains(DocumentType.PDF);
        assertThat(DocumentType.ofName("a.pdf.docx")).contains(DocumentType.DOCX);
        assertThat(DocumentType.ofName("pdf")).isEmpty();
    }
}

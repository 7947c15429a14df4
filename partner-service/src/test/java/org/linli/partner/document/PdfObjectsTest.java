package org.linli.partner.document;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class PdfObjectsTest {

    private static final String FLATE = "/Filter/FlateDecode";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
                "/OpenAction<</S/J#61vaScript/J#53(app.alert(1))>>",
                "/OpenAction<</S/L#61unch/F(cmd.exe)>>",
                "/OpenAction<</S/#4c#61#75#6e#63#68/F(cmd.exe)>>",
                "/OpenAction<</S/Rendition/JS 5 0 R>>",
                "/OpenAction<</S/SubmitForm/F(http://example.org/)>>",
                "/OpenAction<</S/ImportData/F(a.fdf)>>",
                "/OpenAction<</S/GoToE/T<</R/C>>>>",
                "/OpenAction<</S/GoToR/F(cmd.exe)>>",
                "/Names<</EmbeddedFiles 5 0 R>>",
                "/AF[<</Type/Filespec/EF<</F 5 0 R>>>>]",
                "/AcroForm<</XFA 5 0 R>>",
                "/Annots[<</Subtype/RichMedia>>]",
                "/A(a \\) b)/B<2f4a53>%comment >>\n/X#46A[(a)5 0 R]"
            })
    void refuses_what_runs_opens_or_carries_something_plain_and_packed(String entry) throws IOException {
        assertThat(of(plain(entry))).as("plain").isEmpty();
        assertThat(of(Samples.packedPdf("<<" + entry + ">>", FLATE)))
                .as("packed")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/OpenAction[3 0 R/Fit]",
                "/A<</S/URI/URI(https://example.org/JS/EF/XFA)>>",
                "/Title(\\(/JS\\) /EF)",
                "/Outlines<</First 3 0 R/Last 3 0 R/Count 1>>",
                "/Javascript 1/JSx 2"
            })
    void takes_what_only_looks_or_leads_into_the_document(String entry) throws IOException {
        assertThat(of(plain(entry))).as("plain").contains(DocumentType.PDF);
        assertThat(of(Samples.packedPdf("<<" + entry + ">>", FLATE)))
                .as("packed")
                .contains(DocumentType.PDF);
    }

    @Test
    void refuses_packed_objects_that_it_cannot_read() throws IOException {
        String still = "<</Type/Catalog>>";
        assertThat(of(Samples.packedPdf(still, FLATE))).contains(DocumentType.PDF);
        for (String packing : new String[] {
            "/Filter[/ASCIIHexDecode/FlateDecode]",
            "/Filter/LZWDecode",
            "/Filter 7 0 R",
            "/Filter[7 0 R]",
            "/Filter[/FlateDecode/FlateDecode]",
            "/Filter/FlateDecode/DecodeParms<</Predictor 12>>",
            "/Filter/FlateDecode/DecodeParms 7 0 R",
            "/Filter/FlateDecode/F(other.bin)"
        }) {
            assertThat(of(Samples.packedPdf(still, packing))).as(packing).isEmpty();
        }
        byte[] broken = Samples.packedPdf(still, FLATE);
        int data = new String(broken, StandardCharsets.ISO_8859_1).indexOf("stream") + 8;
        broken[data + 2] = 7;
        assertThat(of(broken)).isEmpty();
        assertThat(of(Samples.packedPdf("<</A(" + "0".repeat(20_000_000) + ")>>", FLATE)))
                .isEmpty();
    }

    @Test
    void refuses_objects_hidden_in_comments_strings_and_streams() throws IOException {
        String hidden = "2 0 obj<</S/J#61vaScript/JS(a)>>endobj ";
        assertThat(of("%PDF-1.7\n%" + hidden + "\n%%EOF\n")).isEmpty();
        assertThat(of(plain("/A(" + hidden + ")"))).isEmpty();
        assertThat(of(plain("/B 1 %endobj\n/JS(a)"))).isEmpty();
        assertThat(of("%PDF-1.7\n1 0 obj<</Length 60>>stream\n" + hidden + "\nendstream endobj\n%%EOF\n"))
                .isEmpty();
        assertThat(of("%PDF-1.7\n1 0 obj<</A[<</B 1 endobj\n%%EOF\n")).isEmpty();
        assertThat(of("%PDF-1.7\n" + "1 obj(".repeat(200_000) + "\n%%EOF\n")).isEmpty();
    }

    @Test
    void tells_documents_of_a_real_writer_apart() throws IOException {
        assertThat(of(written(false, false))).contains(DocumentType.PDF);
        assertThat(of(written(true, false))).isEmpty();
        assertThat(of(written(false, true))).isEmpty();
    }

    /** By PDFBox, which packs its objects. */
    private static byte[] written(boolean script, boolean locked) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < 20; page++) {
                document.addPage(new PDPage());
            }
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle("HTML/CSS/JS");
            item.setDestination(document.getPage(3));
            outline.addLast(item);
            document.getDocumentCatalog().setDocumentOutline(outline);
            if (script) {
                COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
                catalog.setItem(COSName.OPEN_ACTION, new PDActionJavaScript("app.alert(1)"));
            }
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            }
            document.save(file);
        }
        return file.toByteArray();
    }

    private static String plain(String entry) {
        return "%PDF-1.7\n1 0 obj\n<</Type/Catalog" + entry + ">>\nendobj\n%%EOF\n";
    }

    private Optional<DocumentType> of(String content) throws IOException {
        return of(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Optional<DocumentType> of(byte[] content) throws IOException {
        return DocumentType.of(Files.write(directory.resolve("file.pdf"), content));
    }
}

package org.linli.partner.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentTypeTest {

    @TempDir
    Path directory;

    @Test
    void knows_each_kind_by_its_content() throws IOException {
        assertThat(of(Samples.pdf(2000, 1))).contains(DocumentType.PDF);
        assertThat(of(Samples.bytes(0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)))
                .contains(DocumentType.PNG);
        assertThat(of(Samples.bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F')))
                .contains(DocumentType.JPEG);
        assertThat(of(Samples.bytes('R', 'I', 'F', 'F', 56, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', ' ')))
                .contains(DocumentType.WEBP);
        assertThat(of(Samples.zip("[Content_Types].xml", "word/document.xml"))).contains(DocumentType.DOCX);
        assertThat(of(Samples.zip("xl/workbook.xml", "[Content_Types].xml"))).contains(DocumentType.XLSX);
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

    private Optional<DocumentType> of(byte[] content) throws IOException {
        return DocumentType.of(Files.write(directory.resolve("file.pdf"), content));
    }
}

package org.linli.partner.document;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Visibility;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@LinliTest
class UploadIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Autowired
    ServiceUnderTest service;

    @Autowired
    Documents documents;

    private String street;
    private UUID partner;
    private UploadSteps upload;

    @BeforeEach
    void freshPartner() {
        street = Histories.freshStreet();
        partner = UUID.fromString(
                new PartnerSteps(service.http()).partner(street).get("id").asString());
        upload = new UploadSteps(service.http().base(), street);
    }

    @Test
    void says_what_it_speaks_without_a_token() {
        service.http()
                .anonymous()
                .options()
                .uri("/api/partner/uploads")
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("Tus-Version", "1.0.0")
                .expectHeader()
                .valueEquals("Tus-Resumable", "1.0.0")
                .expectHeader()
                .valueEquals("Tus-Max-Size", "52428800")
                .expectHeader()
                .valueEquals("Tus-Extension", "creation,termination,checksum")
                .expectHeader()
                .valueEquals("Tus-Checksum-Algorithm", "sha1,sha256");
    }

    @Test
    void makes_a_document_of_what_came_and_gives_it_back() throws Exception {
        byte[] file = Samples.pdf(700_000, 1);
        String path = upload.begin("../证照/营业执照.pdf", file.length);
        HttpResponse<byte[]> first = upload.patch(path, 0, Arrays.copyOf(file, 300_000));
        assertThat(first.statusCode()).as(UploadSteps.text(first)).isEqualTo(204);
        assertThat(first.headers().firstValue("Upload-Offset")).contains("300000");
        HttpResponse<byte[]> head = upload.head(path);
        assertThat(head.headers().firstValue("Upload-Offset")).contains("300000");
        assertThat(head.headers().firstValue("Upload-Length")).contains("700000");
        assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
        upload.patch(path, 300_000, Arrays.copyOfRange(file, 300_000, file.length));
        String id = path.substring(path.lastIndexOf('/') + 1);
        JsonNode document = json(upload.get("/api/partner/documents/" + id));
        assertThat(document.get("name").asString()).isEqualTo("营业执照.pdf");
        assertThat(document.get("type").asString()).isEqualTo("PDF");
        assertThat(document.get("sha256").asString()).isEqualTo(sha256(file));
        HttpResponse<byte[]> content = upload.get("/api/partner/documents/" + id + "/content");
        assertThat(content.body()).isEqualTo(file);
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(documents
                        .ofPartner(Visibility.ofOwner(partner), List.of(UUID.fromString(id), UUID.randomUUID()))
                        .collectList()
                        .block(LIMIT))
                .hasSize(1);
        assertThat(documents
                        .ofPartner(Visibility.ofOwner(UUID.randomUUID()), List.of(UUID.fromString(id)))
                        .collectList()
                        .block(LIMIT))
                .isEmpty();
        assertThat(upload.delete(path).statusCode()).isEqualTo(409);
        assertThat(upload.patch(path, file.length, new byte[0]).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_122, 7, 440_703_006})
    void an_upload_interrupted_anywhere_and_resumed_is_the_same_to_the_byte(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] file = Samples.pdf(2_000_000 + random.nextInt(1_000_000), seed);
        String path = upload.begin("断点.pdf", file.length);
        int interruptions = 0;
        while (interruptions < 12) {
            long at = upload.offset(path);
            if (at == file.length) {
                break;
            }
            byte[] rest = Arrays.copyOfRange(file, (int) at, file.length);
            upload.patchAndHangUp(path, at, rest, random.nextInt(rest.length));
            interruptions++;
        }
        finish(path, file);
        assertThat(interruptions).isGreaterThan(3);
        String id = path.substring(path.lastIndexOf('/') + 1);
        HttpResponse<byte[]> content = upload.get("/api/partner/documents/" + id + "/content");
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(sha256(content.body())).isEqualTo(sha256(file));
        assertThat(json(upload.get("/api/partner/documents/" + id))
                        .get("sha256")
                        .asString())
                .isEqualTo(sha256(file));
    }

    /** What an interrupted request still stores may move the offset in between: the client asks again. */
    private void finish(String path, byte[] file) {
        for (int tries = 0; tries < 50; tries++) {
            long at = upload.offset(path);
            if (at == file.length) {
                return;
            }
            HttpResponse<byte[]> sent = upload.patch(path, at, Arrays.copyOfRange(file, (int) at, file.length));
            assertThat(sent.statusCode()).as(UploadSteps.text(sent)).isIn(204, 409);
        }
        throw new AssertionError("not finished after 50 tries");
    }

    @Test
    void keeps_nothing_of_a_piece_whose_checksum_is_wrong() throws Exception {
        byte[] file = Samples.pdf(600_000, 3);
        String path = upload.begin("a.pdf", file.length);
        String right = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(file));
        HttpResponse<byte[]> wrong = upload.patch(path, 0, file, "Upload-Checksum", "sha256 " + "A".repeat(43) + "=");
        assertThat(wrong.statusCode()).as(UploadSteps.text(wrong)).isEqualTo(460);
        assertThat(upload.offset(path)).isZero();
        assertThat(upload.patch(path, 0, file, "Upload-Checksum", "md5 x").statusCode())
                .isEqualTo(400);
        assertThat(upload.patch(path, 0, file, "Upload-Checksum", "sha1 " + right)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void refuses_what_is_no_document_once_it_is_whole() {
        byte[] page = "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8);
        String path = upload.begin("harmless.pdf", page.length);
        HttpResponse<byte[]> refused = upload.patch(path, 0, page);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(UploadSteps.text(refused)).contains("document-type");
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(upload.get("/api/partner/documents/" + id).statusCode()).isEqualTo(404);
        assertThat(upload.patch(path, page.length, new byte[0]).statusCode()).isEqualTo(409);
        assertThat(upload.delete(path).statusCode()).isEqualTo(204);
        assertThat(upload.head(path).statusCode()).isEqualTo(404);
    }

    @Test
    void refuses_a_document_under_the_extension_of_another_kind() {
        byte[] file = Samples.docx();
        String path = upload.begin("合同.pdf", file.length);
        HttpResponse<byte[]> refused = upload.patch(path, 0, file);
        assertThat(UploadSteps.text(refused)).startsWith("422").contains("document-type");
        upload.upload("合同.docx", Samples.office(Samples.STRICT, "word/document2.xml", Samples.WORD, Map.of()));
        HttpResponse<byte[]> named = upload.create("makro.docm", "10");
        assertThat(UploadSteps.text(named))
                .startsWith("422")
                .contains("document-type")
                .contains("Upload-Metadata");
    }

    @Test
    void takes_a_post_for_the_method_that_its_header_names() {
        byte[] file = Samples.pdf(1000, 5);
        String path = upload.begin("a.pdf", file.length);
        HttpResponse<byte[]> sent = upload.send(upload.request(path)
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .POST(BodyPublishers.ofByteArray(Arrays.copyOf(file, 400))));
        assertThat(sent.statusCode()).as(UploadSteps.text(sent)).isEqualTo(204);
        assertThat(sent.headers().firstValue("Upload-Offset")).contains("400");
        HttpResponse<byte[]> head = upload.send(
                upload.request(path).header("X-HTTP-Method-Override", "HEAD").POST(BodyPublishers.noBody()));
        assertThat(head.headers().firstValue("Upload-Offset")).contains("400");
        assertThat(upload.send(upload.request(path)
                                .header("X-HTTP-Method-Override", "DELETE")
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
        assertThat(upload.head(path).statusCode()).isEqualTo(404);
    }

    @Test
    void names_a_method_in_a_header_nowhere_else() {
        String document = "/api/partner/documents/" + upload.upload("a.pdf", Samples.pdf(1000, 6));
        assertThat(upload.send(upload.request(document)
                                .header("X-HTTP-Method-Override", "GET")
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
        String path = upload.begin("b.pdf", 10);
        assertThat(upload.send(upload.request(path)
                                .header("X-HTTP-Method-Override", "PUT")
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void refuses_wrong_offsets_lengths_and_versions() {
        byte[] file = Samples.pdf(1000, 4);
        String path = upload.begin("a.pdf", file.length);
        assertThat(upload.patch(path, 5, file).statusCode()).isEqualTo(409);
        assertThat(upload.patch(path, 0, new byte[1001]).statusCode()).isEqualTo(413);
        assertThat(upload.offset(path)).isZero();
        assertThat(upload.create("a.pdf", "52428801").statusCode()).isEqualTo(413);
        assertThat(upload.create("a.pdf", "0").statusCode()).isEqualTo(400);
        assertThat(upload.create("a.pdf", "-1").statusCode()).isEqualTo(400);
        assertThat(upload.create("", "10").statusCode()).isEqualTo(400);
        HttpResponse<byte[]> other = upload.send(
                upload.request(path).setHeader("Tus-Resumable", "0.2.2").method("HEAD", BodyPublishers.noBody()));
        assertThat(other.statusCode()).isEqualTo(412);
        assertThat(other.headers().firstValue("Tus-Version")).contains("1.0.0");
        HttpResponse<byte[]> json = upload.send(upload.request(path)
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofByteArray(file)));
        assertThat(json.statusCode()).isEqualTo(415);
    }

    @Test
    void another_partner_finds_nothing_and_who_is_no_partner_is_told_so() {
        String path = upload.begin("a.pdf", 1000);
        UploadSteps nobody = new UploadSteps(service.http().base(), Histories.freshStreet());
        assertThat(nobody.head(path).statusCode()).isEqualTo(404);
        assertThat(nobody.create("a.pdf", "10").statusCode()).isEqualTo(409);
        String other = Histories.freshStreet();
        new PartnerSteps(service.http()).partner(other);
        UploadSteps stranger = new UploadSteps(service.http().base(), other);
        assertThat(stranger.patch(path, 0, new byte[10]).statusCode()).isEqualTo(404);
        assertThat(stranger.delete(path).statusCode()).isEqualTo(404);
        assertThat(upload.offset(path)).isZero();
    }

    @Test
    void keeps_so_many_files_and_so_many_bytes_of_a_partner_refused_ones_too() {
        service.database().execute("""
                INSERT INTO upload (partner_id, name, length, state, created_by, created_at)
                SELECT '%s', 'a.pdf', 50000000, 'REFUSED', 'x', now() FROM generate_series(1, 42)
                """.formatted(partner));
        assertThat(upload.create("b.pdf", "40000000").statusCode()).isEqualTo(201);
        HttpResponse<byte[]> bytes = upload.create("c.pdf", "50000000");
        assertThat(bytes.statusCode()).isEqualTo(409);
        assertThat(UploadSteps.text(bytes)).contains("upload-quota");

        service.database().execute("""
                INSERT INTO upload (partner_id, name, length, state, created_by, created_at)
                SELECT '%s', 'a.pdf', 1, 'REFUSED', 'x', now() FROM generate_series(1, 957)
                """.formatted(partner));
        assertThat(UploadSteps.text(upload.create("d.pdf", "1")))
                .startsWith("409")
                .contains("upload-quota");
    }

    @Test
    void refuses_metadata_that_is_too_long_before_it_is_read() {
        assertThat(UploadSteps.text(upload.create("\n".repeat(4000), "10")))
                .startsWith("400")
                .contains("up to 4096 characters");
    }

    @Test
    void keeps_only_so_many_uploads_open() throws IOException {
        for (int i = 0; i < 20; i++) {
            upload.begin("a" + i + ".pdf", 10);
        }
        assertThat(UploadSteps.text(upload.create("b.pdf", "10")))
                .startsWith("409")
                .contains("too-many-uploads");
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(UploadSteps.text(answer)).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

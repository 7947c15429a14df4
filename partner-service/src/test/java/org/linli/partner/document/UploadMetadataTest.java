package org.linli.partner.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Source: tus 1.0.0, Upload-Metadata. */
class UploadMetadataTest {

    private static final String NAME = "filename " + base64("营业执照.pdf");

    @Test
    void the_name_is_found_among_other_keys_with_and_without_values() {
        assertThat(UploadMetadata.name(NAME)).isEqualTo("营业执照.pdf");
        assertThat(UploadMetadata.name("is_confidential," + NAME + ", filetype " + base64("application/pdf")))
                .isEqualTo("营业执照.pdf");
        assertThat(UploadMetadata.name(NAME + ",Filename " + base64("x"))).isEqualTo("营业执照.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename", "filename ", "a eA==,a", "a,a", "filename eA==,filename eA=="})
    void a_key_stands_once_and_the_name_is_there(String header) {
        String sent = header.startsWith("a") ? NAME + "," + header : header;
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> UploadMetadata.name(sent));
        assertThat(refused.problem().status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.problem().errors()).extracting(FieldError::field).containsExactly("Upload-Metadata");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

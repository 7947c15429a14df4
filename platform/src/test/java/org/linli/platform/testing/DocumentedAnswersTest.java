package org.linli.platform.testing;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentedAnswersTest {

    private final DocumentedAnswers documented =
            new DocumentedAnswers(JsonMapper.shared().readTree("""
            {"paths": {"/notes": {"post": {"responses": {"201": {"headers": {"Location": {}}}, "422": {}}}}}}
            """));

    @Test
    void another_status_than_the_documented_ones_is_named() {
        assertThat(faults(HttpStatus.OK)).containsExactly("POST /notes answers 200, documented are [201, 422]");
    }

    @Test
    void a_header_promised_and_not_sent_and_one_sent_and_not_told_of_are_named() {
        assertThat(faults(HttpStatus.CREATED, HttpHeaders.ETAG))
                .containsExactly("POST /notes 201 promises Location", "POST /notes 201 does not tell of ETag");
    }

    @Test
    void what_is_answered_as_documented_is_right() {
        assertThat(faults(HttpStatus.CREATED, HttpHeaders.LOCATION)).isEmpty();
    }

    private List<String> faults(HttpStatus status, String... headers) {
        HttpHeaders answered = new HttpHeaders();
        List.of(headers).forEach(header -> answered.add(header, "x"));
        return documented.faults("POST /notes", status, answered);
    }
}

package org.linli.platform.testing.fuzz;

import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class OpenApiFuzzerTest {

    private static final String STREET = Histories.freshStreet();

    @Autowired
    ServiceUnderTest service;

    @Test
    void a_sound_service_stands_it() {
        FuzzReport report = fuzzer("/api/sample/").requests(1_000).run();
        System.out.println(report);
        report.assertClean();
        assertThat(report.watchedRefusals()).isGreaterThan(100);
        assertThat(report.served()).contains("POST /api/sample/notes", "POST /api/sample/notes/batch");
    }

    @Test
    void an_error_of_ours_is_found() {
        assertThat(fuzzer("/api/leaky/rude").requests(300).run().violations())
                .anyMatch(violation -> violation.contains("answered 500"));
    }

    @Test
    void a_refusal_that_is_no_problem_is_found() {
        assertThat(fuzzer("/api/leaky/curt").requests(300).run().violations())
                .anyMatch(violation -> violation.contains("not as a problem"));
    }

    @Test
    void a_refusal_that_writes_is_found() {
        assertThat(fuzzer("/api/leaky/traces").requests(50).run().violations())
                .anyMatch(violation -> violation.contains("left a trace"));
    }

    @Test
    void the_same_seed_sends_the_same() {
        assertThat(fuzzer("/api/sample/words").requests(200).run())
                .hasToString(fuzzer("/api/sample/words").requests(200).run().toString());
    }

    private OpenApiFuzzer fuzzer(String under) {
        return OpenApiFuzzer.of(service)
                .document("/api/sample/v3/api-docs")
                .under(under)
                .units(STREET)
                .known("unit", STREET + "101", STREET + "102")
                .known("amount", "12.30", "-0.01");
    }
}

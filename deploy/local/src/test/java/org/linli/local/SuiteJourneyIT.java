package org.linli.local;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.linli.local.chaos.Chaos;
import org.linli.local.chaos.Cuts;
import org.linli.local.demo.ListsScenario;
import org.linli.local.demo.PartnerScenario;
import org.linli.local.flood.FloodProof;
import org.linli.local.flood.FloodReport;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.proof.Division;
import org.linli.local.proof.Proof;
import org.linli.local.suite.Part;
import org.linli.local.suite.Progress;
import org.linli.local.suite.Suite;
import org.linli.local.suite.SuiteSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole suite as real processes in a directory and on ports of its own, from an empty start to kill -9. Each proof is
 * here in its short form; its long one is a command: {@code ./linli prove}, {@code chaos}, {@code chaos --cuts},
 * {@code flood}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteJourneyIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path DIRECTORY = Path.of("target/journey").toAbsolutePath();

    private static final Set<String> FLOODED = Set.of(
            "POST /api/company/entries/batch",
            "POST /api/company/entries/import",
            "POST /api/company/entries/import, no body comes",
            "GET /api/company/entries/export, never read",
            "GET /api/fund/obligations/export",
            "GET /api/partner/agreements/{id}/document",
            "POST /api/partner/public/surveys/{id}/answers",
            "POST /api/partner/public/surveys/{id}/answers, no body comes",
            "POST /api/partner/uploads");

    private static Suite suite;

    @BeforeAll
    static void start() {
        suite = new Suite(SuiteSettings.onFreePorts(DIRECTORY.resolve("suite"), ROOT), Progress.on(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(suite::down));
        suite.wipe();
        suite.up();
    }

    @AfterAll
    static void end() {
        suite.down();
        assertThat(Part.values()).noneMatch(suite::isAlive);
        assertThat(suite.supervisor()).isEmpty();
    }

    @Test
    @Order(1)
    void up_again_is_harmless() {
        List<Long> before = pids();
        suite.up();
        assertThat(pids()).isEqualTo(before);
    }

    /** The supervisor stays for all that follows, so that what is killed and ended on purpose shows it opposes none. */
    @Test
    @Order(2)
    void a_part_that_ends_by_itself_is_started_again_and_the_suite_outlives_its_supervisor() {
        suite.upAndKeepUp();
        long fund = suite.pid(Part.FUND).orElseThrow();
        endFromOutside(fund);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> suite.pid(Part.FUND).filter(pid -> pid != fund).isPresent() && suite.isReady(Part.FUND));
        assertThat(suite.restarts(Part.FUND).orElseThrow()).startsWith("ended by itself and was started again 1×");
        assertThat(suite.settings().supervisorLog()).content().contains("fund-service", "ended by itself");

        List<Long> parts = pids();
        long supervisor = suite.supervisor().orElseThrow();
        endFromOutside(supervisor);
        await().atMost(Duration.ofSeconds(10)).until(() -> suite.supervisor().isEmpty());
        assertThat(pids()).isEqualTo(parts);
        suite.upAndKeepUp();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> suite.supervisor().filter(pid -> pid != supervisor).isPresent());
        assertThat(pids()).isEqualTo(parts);
    }

    private static void endFromOutside(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    @Test
    @Order(3)
    void four_branches_and_4_000_entries_equal_an_independent_sum() {
        Proof.Outcome outcome = Proof.run(
                suite.settings(),
                DIRECTORY.resolve("proof"),
                Division.ofJiangmen().subList(0, 4),
                4_000,
                System.out::println);
        System.out.println(outcome.report().seconds());
        assertThat(outcome.report().rows().refusedEntries()).isEmpty();
        assertThat(outcome.report().rows().accepted()).isEqualTo(4_000);
        assertThat(outcome.differences()).isEmpty();
    }

    @Test
    @Order(4)
    void a_file_with_bad_rows_says_which_and_the_good_ones_go_on() throws Exception {
        Path units = write("units.csv", "\uFEFFname,code,credit_code,class\n好景,440703006116,,VENUE\n坏,44070300611,,\n");
        Path entries = write("entries.csv", """
                entry_no,unit_code,period,date,line,project,counterparty_unit,partner,gross,tax,direct_cost,memo
                B-1,440703006116,2025-03,2025-03-31,CANTEEN,,,,100.00,1.00,50.00,ok
                B-2,440703006116,2025-03,2025-04-01,CANTEEN,,,,100.00,1.00,50.00,date outside the period
                B-3,440703006116,2025-03,2025-03-01,CANTEEN,,,,100.00,1.00,-50.00,sign
                B-1,440703006116,2025-03,2025-03-31,CANTEEN,,,,100.00,1.00,50.00,other content
                B-1,440703006116,2025-03,2025-03-31,CANTEEN,,,,100.00,1.00,50.00,ok
                B-4,440703006116,2025-03,2025-03-01,CANTEEN,,,,1.005,0,0,three places
                B-5,440703006116,2025-03
                B-6,440703006116,2025-03,2025-03-31,CANTEEN,,,,"-0.5",0,0,"two
                lines"
                B-7,440703006999,2025-03,2025-03-31,CANTEEN,,,,1,0,0,unknown branch
                """);
        assertThat(cli("run", units, entries)).isEqualTo(3);
        JsonNode out = JsonMapper.shared().readTree(Files.readString(DIRECTORY.resolve("out.json")));
        JsonNode rows = out.get("rows");
        assertThat(rows.get("accepted").asInt()).isEqualTo(2);
        assertThat(rows.get("unchanged").asInt()).isEqualTo(1);
        assertThat(rows.get("refused")
                        .valueStream()
                        .map(row -> row.get("line").asInt() + " "
                                + row.get("column").asString()))
                .containsExactly("3 code", "3 date", "4 direct_cost", "5 entry_no", "7 gross", "8 ", "11 unit_code");
        JsonNode branch = out.get("scopes").get("440703006116").get("2025-03");
        assertThat(branch.get("gross").asString()).isEqualTo("99.50");
        assertThat(branch.get("by_line").get("CANTEEN").get("external").asString())
                .isEqualTo("99.50");
        JsonNode obligation = out.get("obligations").get("440703006116").get("2025-03");
        assertThat(obligation.toString()).isEqualTo("{\"base\":\"98.50\",\"rate\":\"0.2000\",\"owed\":\"19.70\"}");
        assertThat(out.get("ledger").get("debits")).isEqualTo(out.get("ledger").get("credits"));
    }

    @Test
    @Order(5)
    void the_same_files_again_change_nothing() throws Exception {
        Path units = write("units.csv", "code,name,class,credit_code\n440703006116,好景,VENUE,\n");
        Path entries = write("entries.csv", """
                entry_no,unit_code,period,date,line,project,counterparty_unit,partner,gross,tax,direct_cost,memo
                B-1,440703006116,2025-03,2025-03-31,CANTEEN,,,,100.00,1.00,50.00,ok
                """);
        assertThat(cli("run", units, entries)).isZero();
        JsonNode out = JsonMapper.shared().readTree(Files.readString(DIRECTORY.resolve("out.json")));
        assertThat(out.get("rows").toString()).isEqualTo("{\"accepted\":0,\"unchanged\":1,\"refused\":[]}");
        assertThat(out.get("scopes")
                        .get("440703006116")
                        .get("2025-03")
                        .get("gross")
                        .asString())
                .isEqualTo("99.50");
    }

    @Test
    @Order(6)
    void a_file_that_is_none_fails_before_anything_is_sent() throws Exception {
        Path units = write("units.csv", "code,name,class,credit_code,colour\n");
        assertThat(cli("run", units, units)).isEqualTo(1);
    }

    @Test
    @Order(7)
    void a_partner_comes_from_what_residents_need_to_its_first_share_booked_consolidated_and_owed() throws Exception {
        Path units = write("units.csv", "code,name,class,credit_code\n" + PartnerScenario.BRANCH + ",石冲,VENUE,\n");
        Path entries = write("entries.csv", """
                entry_no,unit_code,period,date,line,project,counterparty_unit,partner,gross,tax,direct_cost,memo
                """);
        assertThat(cli("run", units, entries)).isZero();
        try (GatewayClient gateway = new GatewayClient(
                suite.settings().url(Part.GATEWAY), suite.settings().url(Part.IDENTITY), Duration.ofMinutes(3))) {
            ListsScenario.Outcome asked = new ListsScenario(gateway, System.out::println).go();
            assertThat(asked.people()).isEqualTo(8);
            assertThat(asked.score()).isGreaterThan(50);
            PartnerScenario.Outcome first = new PartnerScenario(gateway, System.out::println).go();
            assertThat(first.share()).isEqualTo("1851.86");
            assertThat(first.consolidated()).isEqualByComparingTo("1851.86");
            assertThat(first.owed()).isEqualByComparingTo("370.37");
            PartnerScenario.Outcome second = new PartnerScenario(gateway, System.out::println).go();
            assertThat(second.entryNo()).isNotEqualTo(first.entryNo());
            assertThat(second.statement()).endsWith("-2");
            assertThat(second.consolidated()).isEqualByComparingTo("3703.72");
            assertThat(second.owed()).isEqualByComparingTo("740.74");
        }
    }

    /** In a process of its own, as a partner's program is: its libraries are not the suite's. */
    @Test
    @Order(8)
    void generated_clients_submit_proposals_follow_them_by_webhook_and_read_the_decisions() throws Exception {
        Path clients = ROOT.resolve("deploy/clients");
        Path classPath = clients.resolve("target/classpath");
        assertThat(classPath)
                .as("built by ./linli test, or by mvn -pl deploy/clients verify")
                .isRegularFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        clients.resolve("target/classes") + File.pathSeparator + Files.readString(classPath),
                        "org.linli.clients.Proof",
                        suite.settings().url(Part.GATEWAY),
                        suite.settings().url(Part.IDENTITY),
                        ROOT.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    @Order(9)
    void commands_whose_line_is_cut_happen_whole_or_not_at_all() {
        Cuts.Round round = Cuts.round(suite, 2, 40, 3, System.out::println);
        assertThat(round.violations()).isEmpty();
        assertThat(round.cuts()).isGreaterThan(300);
    }

    @Test
    @Order(10)
    void nothing_is_lost_or_doubled_when_each_part_is_killed_in_the_middle_of_200_entries() {
        Optional<String> before = suite.restarts(Part.FUND);
        assertThat(suite.supervisor()).isPresent();
        assertThat(Chaos.round(suite, 1, 200, 4, System.out::println)).isEmpty();
        assertThat(suite.restarts(Part.FUND)).isEqualTo(before);
        assertThat(Chaos.VICTIMS.stream()
                        .filter(part -> part != Part.FUND)
                        .flatMap(part -> suite.restarts(part).stream()))
                .isEmpty();
    }

    @Test
    @Order(9)
    void a_machine_registered_at_the_provider_tries_out_a_whole_way_and_its_credential_outlives_the_provider() {
        MachineScenario machine = new MachineScenario(suite.settings());
        try (GatewayClient gateway = new GatewayClient(
                suite.settings().url(Part.GATEWAY), suite.settings().url(Part.IDENTITY), Duration.ofMinutes(3))) {
            MachineScenario.Credential credential = machine.issued(gateway, "proposals:write", "webhooks:read");
            String token = machine.token(credential, "proposals:write");
            String proposal = machine.triedOut(token);

            assertThat(machine.status("/api/partner/proposals/" + proposal, token))
                    .isEqualTo(200);
            assertThat(machine.status("/api/partner/proposals/" + proposal, gateway.token("partner1")))
                    .isEqualTo(404);
            assertThat(machine.status("/api/partner/webhooks", token)).isEqualTo(403);
            suite.kill(Part.IDENTITY);
            suite.up();
            assertThat(machine.status("/api/partner/proposals", machine.token(credential, "proposals:write")))
                    .isEqualTo(200);
            gateway.post("partner1", "/api/partner/credentials/" + credential.id() + "/revocation", "", "end-it");
            assertThat(machine.status("/api/partner/proposals", token)).isEqualTo(401);
            assertThat(machine.status("/api/company/business-lines", token))
                    .as("the gateway was told at once")
                    .isEqualTo(401);
            assertThat(machine.tokenStatus(credential))
                    .as("the provider issues no more")
                    .isEqualTo(401);
        }
    }

    /** The heaviest of each kind; {@code ./linli flood} takes every route, longer, and asks how long others wait. */
    @Test
    @Order(11)
    void a_flood_costs_answers_and_no_process() {
        try (GatewayClient gateway = new GatewayClient(
                suite.settings().url(Part.GATEWAY), suite.settings().url(Part.IDENTITY), Duration.ofMinutes(3))) {
            FloodReport report = new FloodProof(suite, gateway, 64, Duration.ofSeconds(1), System.out::println)
                    .run(FLOODED::contains);
            // An import takes two kinds of files.
            assertThat(report.floods()).isEqualTo(FLOODED.size() + 2);
            assertThat(report.faults()).isEmpty();
        }
    }

    private static List<Long> pids() {
        return Arrays.stream(Part.values())
                .map(part -> suite.pid(part).orElseThrow())
                .toList();
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(DIRECTORY.resolve(name), text);
    }

    /** The command line as a person runs it, but on the private suite. */
    private static int cli(String command, Path units, Path entries) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlinli.repository=" + ROOT,
                "-Dlogback.configurationFile=org/linli/local/logback.xml",
                "org.linli.local.LinliCommand",
                command,
                "--units",
                units.toString(),
                "--entries",
                entries.toString(),
                "--json",
                DIRECTORY.resolve("out.json").toString()));
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().put("LINLI_DIR", suite.settings().directory().toString());
        for (Part part : Part.values()) {
            builder.environment()
                    .put(part.portVariable(), Integer.toString(suite.settings().port(part)));
        }
        Process process = builder.start();
        assertThat(process.waitFor(Duration.ofMinutes(3).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return process.exitValue();
    }
}

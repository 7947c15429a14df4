package org.linli.partner.share;

import org.linli.partner.PartnerSteps;
import org.linli.partner.agreement.AgreementSteps;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What partners and branch heads do about turnover, over HTTP with their own rights. */
public final class ShareSteps {

    private static final String PATH = "/api/partner/turnover-reports";

    private final AgreementSteps agreements;

    public ShareSteps(AgreementSteps agreements) {
        this.agreements = agreements;
    }

    public AgreementSteps agreements() {
        return agreements;
    }

    public JsonNode report(String branch, String agreement, String period, String turnover, int status) {
        return report(branch, Map.of("agreementId", agreement, "period", period, "turnover", turnover), status);
    }

    public JsonNode report(String branch, Map<String, Object> body, int status) {
        return post(agreements.partner(branch), "", body, status);
    }

    public JsonNode confirm(String branch, String report, int status) {
        return post(agreements.head(branch), "/" + report + "/confirmation", null, status);
    }

    public JsonNode dispute(String branch, String report, int status) {
        return post(agreements.head(branch), "/" + report + "/dispute", Map.of("reason", "与收款记录不符"), status);
    }

    /** The head ends the agreement; the deposit goes back. */
    public JsonNode end(String branch, String agreement, String lastDay, int status) {
        Map<String, String> settlement = Map.of(
                "reason",
                "迁出",
                "lastDay",
                lastDay,
                "sharesOutstanding",
                "0",
                "depositReturned",
                "2000.00",
                "depositKept",
                "0.00");
        return agreements.post(agreements.head(branch), "/" + agreement + "/end", settlement, status);
    }

    public int statusOfConfirmation(String branch, String report) {
        return agreements
                .head(branch)
                .post()
                .uri(PATH + "/" + report + "/confirmation")
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    public JsonNode get(String branch, String report) {
        return list(branch, "/" + report);
    }

    public JsonNode list(String branch, String query) {
        return PartnerSteps.read(agreements.head(branch).get().uri(PATH + query).exchange(), 200);
    }

    public JsonNode upload(String branch, String file, boolean dryRun) {
        return upload(branch, file.getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8", dryRun);
    }

    public JsonNode upload(String branch, byte[] file, String type, boolean dryRun) {
        return PartnerSteps.read(
                agreements
                        .partner(branch)
                        .post()
                        .uri(PATH + "/import?dryRun=" + dryRun)
                        .contentType(MediaType.parseMediaType(type))
                        .bodyValue(file)
                        .exchange(),
                200);
    }

    private static JsonNode post(WebTestClient client, String path, Object body, int status) {
        var request = client.post().uri(PATH + path);
        return PartnerSteps.read((body == null ? request : request.bodyValue(body)).exchange(), status);
    }
}

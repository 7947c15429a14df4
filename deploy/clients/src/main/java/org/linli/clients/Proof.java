package org.linli.clients;

import org.linli.client.api.CredentialsApi;
import org.linli.client.api.OpenCallsApi;
import org.linli.client.api.PartnersApi;
import org.linli.client.api.ProposalsApi;
import org.linli.client.api.WebhooksApi;
import org.linli.client.model.CallCriterionRequest;
import org.linli.client.model.CallRequest;
import org.linli.client.model.CooperationMode;
import org.linli.client.model.CredentialRequest;
import org.linli.client.model.IssuedCredential;
import org.linli.client.model.PartnerDraft;
import org.linli.client.model.Proposal;
import org.linli.client.model.ProposalRequest;
import org.linli.client.model.ProposalReviewChangesRequest;
import org.linli.client.model.ProposalReviewDecisionRequest;
import org.linli.client.model.ProposalReviewRemarkRequest;
import org.linli.client.model.WebhookEndpoint;
import org.linli.client.model.WebhookEndpointRequest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Over a running suite: generated clients hand in proposals, follow them by webhook and read the decisions.
 *
 * <p>Arguments: addresses of the gateway and of the OIDC provider, and the repository, where the TypeScript lies compiled.
 */
public final class Proof {

    private static final String SECRET = "linli-demo";
    private static final String BRANCH = "440703006107";

    private final Party head;
    private final Party person;
    private final Party partner;
    private final String identity;
    private final Path repository;

    private Proof(String gateway, String identity, Path repository) throws Exception {
        this.identity = identity;
        this.repository = repository;
        this.head = Party.signedIn(gateway, identity, "head107", SECRET);
        this.person = Party.signedIn(gateway, identity, "partner1", SECRET);
        register();
        IssuedCredential issued = new CredentialsApi(person.client())
                .issueCredential(
                        key(),
                        new CredentialRequest()
                                .name("proof " + UUID.randomUUID())
                                .addScopesItem("proposals:write")
                                .addScopesItem("webhooks:write"));
        this.partner = Party.signedIn(gateway, identity, issued.getClientId(), issued.getClientSecret());
    }

    public static void main(String[] arguments) throws Exception {
        new Proof(arguments[0], arguments[1], Path.of(arguments[2])).go();
        System.out.println("proved");
    }

    private void go() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            WebhooksApi webhooks = new WebhooksApi(partner.client());
            WebhookEndpoint endpoint = webhooks.addWebhook(
                    key(), new WebhookEndpointRequest().url(receiver.address().toString()));
            receiver.trust(webhooks.getWebhookSecret(endpoint.getId()).getSecret());
            inJava(receiver);
            inTypeScript(receiver);
            webhooks.disableWebhook(endpoint.getId(), key(), null);
        }
        byCommandLine();
    }

    /** Asked for changes, amended, accepted; each step read from the webhook, the decision from the API. */
    private void inJava(WebhookReceiver receiver) throws Exception {
        String words = called();
        try {
            FirstProposal.submit(partner.gateway(), partner.token(), words, null);
            throw new IllegalStateException("A proposal without its share was taken");
        } catch (FirstProposal.Refused refused) {
            expect(422, refused.problem.getStatus());
            expect("sharePercent", refused.problem.getErrors().getFirst().getField());
        }
        Proposal proposal = FirstProposal.submit(partner.gateway(), partner.token(), words, BigDecimal.valueOf(15));
        String id = proposal.getId().toString();
        receiver.await("linli.partner.proposal.submitted.v1", id);
        ProposalsApi branch = new ProposalsApi(head.client());
        branch.requestProposalChanges(
                id,
                key(),
                new ProposalReviewChangesRequest()
                        .addRemarksItem(new ProposalReviewRemarkRequest()
                                .field("priceYuan")
                                .remark("请再优惠一些")),
                null);
        receiver.await("linli.partner.proposal.changes-requested.v1", id);
        ProposalsApi own = new ProposalsApi(partner.client());
        expect("请再优惠一些", own.getProposal(id).getRemarks().getFirst().getRemark());
        own.editProposal(id, said(proposal).priceYuan("18.00").submit(true), null);
        branch.decideProposal(id, key(), decision(true, "价格惠民"), null);
        receiver.await("linli.partner.proposal.accepted.v1", id);
        Proposal decided = own.getProposal(id);
        expect(Proposal.StateEnum.ACCEPTED, decided.getState());
        expect(List.of("价格惠民"), decided.getReasons());
        System.out.println("Java        proposal " + id + " submitted, amended, accepted: " + decided.getReasons());
    }

    private void inTypeScript(WebhookReceiver receiver) throws Exception {
        String words = called();
        try (Node node = new Node(repository)) {
            String program = "require(" + TypeScript.quoted(script()) + ")";
            String access = TypeScript.quoted(partner.gateway()) + ", " + TypeScript.quoted(partner.token());
            String asked = access + ", " + TypeScript.quoted(words);
            expect("422 sharePercent", node.run("return await %s.missing(%s);".formatted(program, asked)));
            String id = node.run("return (await %s.firstProposal(%s, 15)).id;".formatted(program, asked));
            new ProposalsApi(head.client()).decideProposal(id, key(), decision(false, "与另一项目重复"), null);
            receiver.await("linli.partner.proposal.rejected.v1", id);
            String read = node.run("return await %s.decision(%s, '%s');".formatted(program, access, id));
            expect("REJECTED: 与另一项目重复", read);
            System.out.println("TypeScript  proposal " + id + " submitted, " + read);
        }
    }

    /** Once a person; the suite's partner may be there from before. */
    private void register() throws Exception {
        PartnersApi partners = new PartnersApi(person.client());
        if (partners.listPartners(null, null, null, null, null, 1).getItems().isEmpty()) {
            partners.registerPartner(
                    key(),
                    new PartnerDraft()
                            .name("石冲书法工作室")
                            .kind(PartnerDraft.KindEnum.FIRM)
                            .creditCode("91440703MA4UJ8G67U"));
        }
    }

    /** A new call of the branch, found by the words that it answers. */
    private String called() throws Exception {
        String words = "书法课" + UUID.randomUUID().toString().substring(0, 8);
        OpenCallsApi calls = new OpenCallsApi(head.client());
        var call = calls.draftOpenCall(
                key(),
                new CallRequest()
                        .unit(BRANCH)
                        .title(words)
                        .seeking("寻找一位书法老师")
                        .addModesItem(CooperationMode.VENUE_COOPERATION)
                        .line("TRAINING")
                        .deadline(OffsetDateTime.now().plusDays(30))
                        .addCriteriaItem(new CallCriterionRequest()
                                .code("BENEFIT")
                                .name("公益性")
                                .weight(100)));
        calls.publishOpenCall(call.getId().toString(), key(), null);
        return words;
    }

    private static ProposalRequest said(Proposal before) {
        return new ProposalRequest()
                .title(before.getTitle())
                .summary(before.getSummary())
                .mode(before.getMode())
                .marketPriceYuan(before.getMarketPriceYuan())
                .sharePercent(before.getSharePercent());
    }

    private static ProposalReviewDecisionRequest decision(boolean accepted, String reason) {
        return new ProposalReviewDecisionRequest().accepted(accepted).addReasonsItem(reason);
    }

    /** What the page says, as it is pasted into a terminal. */
    private void byCommandLine() throws Exception {
        called();
        ProcessBuilder terminal = new ProcessBuilder("bash", "-c", ClientsPage.block(repository, "bash"));
        terminal.environment().put("GATEWAY", head.gateway());
        terminal.environment().put("IDENTITY", identity);
        Process pasted = terminal.redirectErrorStream(true).start();
        String said = new String(pasted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!said.contains("\"state\":\"SUBMITTED\"")) {
            throw new IllegalStateException("Pasted into a terminal it says: " + said);
        }
        System.out.println("curl        proposal submitted");
    }

    private Path script() throws IOException {
        try (var files = Files.walk(repository.resolve("deploy/clients/target/javascript"))) {
            return files.filter(file -> file.endsWith("first-proposal.js"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void expect(Object right, Object found) {
        if (!right.equals(found)) {
            throw new IllegalStateException("Expected " + right + ", found " + found);
        }
    }
}

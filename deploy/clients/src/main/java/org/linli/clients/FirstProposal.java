package org.linli.clients;

import org.linli.client.ApiClient;
import org.linli.client.ApiException;
import org.linli.client.api.ProposalsApi;
import org.linli.client.api.PublicApi;
import org.linli.client.model.CooperationMode;
import org.linli.client.model.Problem;
import org.linli.client.model.Proposal;
import org.linli.client.model.ProposalRequest;

import java.math.BigDecimal;
import java.util.UUID;

/** What docs/api/clients.md shows: a partner's first program. */
final class FirstProposal {

    private FirstProposal() {}

    /** Proposes to the newest open call that says {@code words}. */
    static Proposal submit(String gateway, String token, String words, BigDecimal share) throws Exception {
        ApiClient linli = new ApiClient();
        linli.updateBaseUri(gateway);
        linli.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));

        var found = new PublicApi(linli).listPublicOpenCalls(null, true, null, null, words, null, 1);
        ProposalRequest offer = new ProposalRequest()
                .callId(found.getItems().getFirst().getId())
                .title("长者书法晚课")
                .summary("每周二、四晚七点，两小时，二十人一班")
                .mode(CooperationMode.VENUE_COOPERATION)
                .priceYuan("20.00")
                .marketPriceYuan("60.00")
                .sharePercent(share)
                .submit(true);
        try {
            String key = UUID.randomUUID().toString(); // the same when you send the same again
            return new ProposalsApi(linli).draftProposal(key, offer);
        } catch (ApiException e) {
            throw new Refused(linli.getObjectMapper().readValue(e.getResponseBody(), Problem.class));
        }
    }

    /** What the API said, field by field. */
    static final class Refused extends Exception {
        final Problem problem;

        Refused(Problem problem) {
            super(problem.getTitle() + ": " + problem.getErrors());
            this.problem = problem;
        }
    }
}

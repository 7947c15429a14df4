package org.linli.partner;

import org.linli.partner.access.AccessDenials;
import org.linli.partner.agreement.AgreementDenials;
import org.linli.partner.agreement.AgreementSteps;
import org.linli.partner.agreement.SeededProposals;
import org.linli.partner.call.CallDenials;
import org.linli.partner.call.CallSteps;
import org.linli.partner.document.DocumentDenials;
import org.linli.partner.lists.ListDenials;
import org.linli.partner.lists.ListSteps;
import org.linli.partner.matching.MatchDenials;
import org.linli.partner.partner.PartnerDenials;
import org.linli.partner.partner.PartnerUnitLinks;
import org.linli.partner.points.PointsDenials;
import org.linli.partner.proposal.ProposalDenials;
import org.linli.partner.proposal.ProposalSteps;
import org.linli.partner.proposal.review.ReviewDenials;
import org.linli.partner.room.RoomDenials;
import org.linli.partner.share.ShareDenials;
import org.linli.partner.share.ShareSteps;
import org.linli.partner.survey.SurveyDenials;
import org.linli.partner.trial.TrialDenials;
import org.linli.partner.webhook.Receiver;
import org.linli.partner.webhook.WebhookDenials;
import org.linli.platform.testing.OperationsRoutes;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;
import org.linli.platform.testing.RouteTable;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;

import java.util.List;
import java.util.stream.Stream;

/** All routes of the service, over the things of an owner of their own. Each feature states its rows beside its tests. */
final class PartnerRoutes {

    private PartnerRoutes() {}

    static RouteTable table(
            ServiceUnderTest service, PartnerUnitLinks ties, SeededProposals accepted, Receiver receiver) {
        Owner owner = Owner.in(Histories.freshStreet());
        service.database()
                .execute("INSERT INTO unit VALUES ('%s', '街道', NULL, 'STREET', 1)"
                        .formatted(owner.branch().substring(0, 9)));
        RouteTable table = RouteTable.of(owner);
        PartnerSteps steps = new PartnerSteps(service.http());
        CallSteps calls = new CallSteps(service);
        AgreementSteps agreements = new AgreementSteps(service.http(), accepted);
        Stream.<List<Route>>of(
                        PartnerDenials.rows(steps, ties, owner),
                        CallDenials.rows(calls, owner),
                        ProposalDenials.rows(new ProposalSteps(service), owner),
                        ReviewDenials.rows(new ProposalSteps(service), owner),
                        DocumentDenials.rows(steps, owner),
                        PointsDenials.rows(steps, owner),
                        RoomDenials.rows(steps, owner),
                        TrialDenials.rows(service, owner),
                        AgreementDenials.rows(agreements, owner),
                        ShareDenials.rows(new ShareSteps(agreements), owner),
                        SurveyDenials.rows(calls, owner),
                        ListDenials.rows(new ListSteps(calls), owner),
                        MatchDenials.rows(new ListSteps(calls), owner),
                        WebhookDenials.rows(steps, owner, receiver),
                        AccessDenials.rows(steps, owner),
                        OperationsRoutes.rows("partner", "partner.webhook"))
                .flatMap(List::stream)
                .forEach(table::row);
        return table;
    }
}

package org.linli.partner;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.linli.partner.agreement.SeededProposals;
import org.linli.partner.partner.PartnerUnitLinks;
import org.linli.partner.webhook.Receiver;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.stream.Stream;

/** Nobody sees or moves what is another's. */
@LinliTest(properties = "linli.context=rights")
class PartnerDenialsIT {

    @Autowired
    ServiceUnderTest service;

    @Autowired
    PartnerUnitLinks ties;

    @Autowired
    SeededProposals accepted;

    private final Receiver receiver = new Receiver();

    @TestFactory
    Stream<DynamicNode> denials() {
        // A wrong code is counted though it is refused.
        return PartnerRoutes.table(service, ties, accepted, receiver).tests(service.without("code_attempt"));
    }
}

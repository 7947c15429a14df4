package org.linli.company.consolidation;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.RouteTable;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.stream.Stream;

/** Nobody sees or rebuilds what is not theirs. */
@LinliTest
class ConsolidationDenialsIT {

    @Autowired
    ServiceUnderTest service;

    @Autowired
    TestKafka kafka;

    @TestFactory
    Stream<DynamicNode> denials() {
        String street = Histories.freshStreet();
        var history = Histories.seeded(7).street(street).branches(3).make();
        kafka.publish(TestEvent.accepted(history));
        new ConsolidationSteps(service.http()).awaitAll(history);
        RouteTable table = RouteTable.of(Owner.in(street));
        ConsolidationRoutes.rows().forEach(table::row);
        // That every route of the module has a row is for the module's whole table to say.
        return table.tests(service).skip(1);
    }
}

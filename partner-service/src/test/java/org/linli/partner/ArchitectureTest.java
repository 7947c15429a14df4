package org.linli.partner;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.testing.architecture.ServiceArchitecture;

import java.util.stream.Stream;

/** How the service is put together. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> architecture() {
        return ServiceArchitecture.of("org.linli.partner")
                .layered()
                .storesBehindPorts()
                .pure(
                        "org.linli.partner.call",
                        "org.linli.partner.points",
                        "org.linli.partner.proposal",
                        "org.linli.partner.survey")
                .rights("org.linli.partner.partner.PartnerRef", "org.linli.partner.survey.application.Answers$Voter")
                .knownRings("""
                    points.application points.store
                    proposal.application proposal.wire
                    share.application share.wire
                    """)
                .features("""
                    access: id partner sandbox
                    agreement: document id partner proposal step
                    call: id sandbox search step
                    document: partner
                    lists: call id room search step survey
                    matching: id lists room rule search
                    partner: step
                    points: attempt step
                    proposal: call document id partner sandbox search
                    room: partner rule search step
                    share: agreement id partner step
                    survey: attempt id step
                    trial: attempt partner proposal room rule step
                    webhook: id partner sandbox
                    """)
                .borrowedWeb("""
                    lists: call.web.CallDeadline
                    share: agreement.web.Fields
                    trial: room.web.BookingDesk
                    """)
                .contestedTables("""
                    partner: access partner
                    """)
                .borrowedTables("""
                    agreement: partner
                    document: partner
                    matching: open_call partner_standing proposal proposal_version
                    proposal: open_call
                    room: partner
                    share: agreement agreement_settlement agreement_version partner
                    trial: booking room
                    webhook: partner
                    """)
                .withoutRights("""
                    AskedClients: ask ended enroll enrollInSandbox retireOthers
                    Bookings: add
                    Documents: content
                    Feeds: end make
                    PartnerWrites: add addMember change countUp lock replaceParts
                    PersonalReadings: of
                    PointsAccounts: addCard lots ofHolder useUp
                    PointsAppeals: raise
                    PointsJournal: add findOwn of own
                    R2dbcAgreements: draft remember save
                    R2dbcPointsHistory: own
                    R2dbcSurveys: addSheet keep
                    Rooms: add
                    Standings: of set
                    Steps: add
                    Ties: add
                    Uploads: advance finish forgetPieces pieces refuse remove
                    VersionRows: add
                    Versions: dropAfter of save
                    Wishes: add
                    """)
                .tests();
    }
}

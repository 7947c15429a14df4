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
                    agreement: document history id partner proposal
                    call: id sandbox search
                    document: partner
                    lists: call id room search survey
                    matching: id lists room search unitsettings
                    partner: history
                    points: attempt history
                    proposal: call document id partner sandbox search
                    room: history partner search unitsettings
                    share: agreement history id partner
                    survey: attempt history id
                    trial: attempt history partner proposal room unitsettings
                    webhook: partner sandbox
                    """)
                .borrowedWeb("""
                    lists: call.web.CallDeadline
                    trial: room.web.BookingEndpoint
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
                    Bookings: add
                    CalendarFeeds: end make
                    ClientRegistrations: ask ended enroll enrollInSandbox retireOthers
                    Documents: content
                    PartnerStatuses: of set
                    PartnerUnitLinks: add
                    PartnerWrites: add addMember change countUp lock replaceParts
                    PersonalReadings: of
                    PointsAccounts: addCard lots ofHolder useUp
                    PointsAppeals: raise
                    PointsJournal: add findOwn of own
                    R2dbcAgreements: draft remember save
                    R2dbcPointsHistory: own
                    R2dbcSurveys: addSheet keep
                    Rooms: add
                    Uploads: advance finish forgetPieces pieces refuse remove
                    VersionRows: add
                    Versions: dropAfter of save
                    Waitlist: add
                    """)
                .tests();
    }
}

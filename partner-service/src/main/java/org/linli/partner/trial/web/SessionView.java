package org.linli.partner.trial.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.trial.TrialSession;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A session as everybody sees it: without its code. */
@Schema(name = "Session")
record SessionView(
        UUID id,
        UUID trialId,
        String title,
        String unit,
        UUID roomId,
        String room,
        String place,
        OffsetDateTime from,
        OffsetDateTime to,
        int capacity,
        long free,
        long waiting,
        boolean cancelled,
        UUID bookingId) {

    static SessionView of(TrialSession session) {
        return new SessionView(
                session.id(),
                session.trial(),
                session.title(),
                session.unit(),
                session.room(),
                session.roomName(),
                session.place(),
                session.time().from().atZone(ShanghaiDay.ZONE).toOffsetDateTime(),
                session.time().to().atZone(ShanghaiDay.ZONE).toOffsetDateTime(),
                session.capacity(),
                Math.max(0, session.capacity() - session.taken()),
                session.waiting(),
                session.cancelled(),
                session.booking());
    }
}

package org.linli.partner.agreement.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.AgreementCommand;
import org.linli.partner.agreement.wire.AgreementEvents;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes what a command led to: state, history, event. */
@Component
class RecordAgreement {

    private final Agreements agreements;
    private final Outbox outbox;

    RecordAgreement(Agreements agreements, Outbox outbox) {
        this.agreements = agreements;
        this.outbox = outbox;
    }

    Mono<Agreement> record(StoredAgreement before, Agreement next, AgreementCommand command, Instant at) {
        Optional<OutgoingEvent> event = event(before, next, command, at);
        long sequence = before.sequence() + (event.isPresent() ? 1 : 0);
        return agreements
                .save(before, next, sequence)
                .then(agreements.remember(
                        next.parties().id(), new Agreements.Step(action(command), command.by(), at, remark(command))))
                .then(event.map(one -> outbox.append(List.of(one))).orElse(Mono.empty()))
                .thenReturn(next);
    }

    /** A version that took effect, or an end; nothing else is told. */
    private static Optional<OutgoingEvent> event(
            StoredAgreement before, Agreement next, AgreementCommand command, Instant at) {
        long sequence = before.sequence() + 1;
        return switch (next) {
            case Agreement.Signed signed
            when command instanceof AgreementCommand.Sign ->
                Optional.of(AgreementEvents.signed(signed, before.partnerName(), sequence));
            case Agreement.Ended ended ->
                Optional.of(AgreementEvents.ended(ended, before.partnerName(), command.by(), at, sequence));
            case Agreement.Expired expired ->
                Optional.of(AgreementEvents.expired(expired, before.partnerName(), command.by(), at, sequence));
            case Agreement.Signed _, Agreement.Draft _, Agreement.Amending _, Agreement.Discarded _ -> Optional.empty();
        };
    }

    private static String action(AgreementCommand command) {
        return switch (command) {
            case AgreementCommand.Revise _ -> "REVISED";
            case AgreementCommand.Sign _ -> "SIGNED";
            case AgreementCommand.Amend _ -> "AMENDED";
            case AgreementCommand.Discard _ -> "DISCARDED";
            case AgreementCommand.End _ -> "ENDED";
            case AgreementCommand.Expire _ -> "EXPIRED";
            case AgreementCommand.Renew _ -> "RENEWED";
        };
    }

    private static @Nullable String remark(AgreementCommand command) {
        return switch (command) {
            case AgreementCommand.Sign sign -> sign.party().name();
            case AgreementCommand.End end -> end.settlement().reason();
            case AgreementCommand.Revise _,
                    AgreementCommand.Amend _,
                    AgreementCommand.Discard _,
                    AgreementCommand.Expire _,
                    AgreementCommand.Renew _ -> null;
        };
    }
}

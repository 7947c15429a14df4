package org.linli.partner.agreement.application;

import org.joda.money.Money;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.PricePromise;
import org.linli.partner.agreement.Promises;
import org.linli.partner.agreement.Refusal;
import org.linli.partner.agreement.Version;
import org.linli.partner.history.ShanghaiDay;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Keeps what the branch sees of an agreement in force. Runs inside the caller's transaction. */
@Service
public class TrackPromises {

    private final Agreements agreements;
    private final PromiseLog log;
    private final Clock clock;

    TrackPromises(Agreements agreements, PromiseLog log, Clock clock) {
        this.agreements = agreements;
        this.log = log;
        this.clock = clock;
    }

    public Mono<Promises.Review> review(
            UUID id, int year, Promises.Verdict verdict, String remarks, String by, Scope scope) {
        Visibility visibility = Visibility.of(scope);
        return inForce(id, visibility, "reviewed").flatMap(version -> {
            int first = version.terms().startsOn().getYear();
            if (year < first || year > today().getYear()) {
                return outside(version);
            }
            return log.add(id, new Promises.Review(year, verdict, remarks, by, clock.instant()), visibility)
                    .switchIfEmpty(Mono.error(new Refusal.ReviewedAlready(year)::exception));
        });
    }

    public Mono<Promises.PriceCheck> check(
            UUID id, String item, Money seen, Money market, LocalDate on, String by, Scope scope) {
        Visibility visibility = Visibility.of(scope);
        return inForce(id, visibility, "checked").flatMap(version -> {
            PricePromise promise = version.terms().promise();
            if (promise == null) {
                return Mono.error(new Refusal.NothingPromised()::exception);
            }
            if (!covers(version, on)) {
                return outside(version);
            }
            boolean kept = promise.isKeptBy(seen, market);
            return log.add(
                    id,
                    new Promises.PriceCheck(item, seen, market, promise.percent(), kept, on, by, clock.instant()),
                    visibility);
        });
    }

    public Mono<Promises.PublicSession> held(
            UUID id, String title, LocalDate on, int attendees, String by, Scope scope) {
        Visibility visibility = Visibility.of(scope);
        return inForce(id, visibility, "credited with sessions")
                .flatMap(version -> covers(version, on)
                        ? log.add(id, new Promises.PublicSession(title, on, attendees, by, clock.instant()), visibility)
                        : outside(version));
    }

    private Mono<Version> inForce(UUID id, Visibility visibility, String what) {
        return agreements.lock(id, visibility).flatMap(known -> switch (known.agreement()) {
            case Agreement.Signed signed -> Mono.just(signed.inForce());
            case Agreement.Amending amending -> Mono.just(amending.inForce());
            case Agreement.Draft _, Agreement.Ended _, Agreement.Expired _, Agreement.Discarded _ ->
                Mono.error(
                        () -> new Refusal.NotInThisState(what, known.agreement().state()).exception());
        });
    }

    private boolean covers(Version version, LocalDate day) {
        return !day.isBefore(version.terms().startsOn())
                && !day.isAfter(version.terms().endsOn())
                && !day.isAfter(today());
    }

    private <T> Mono<T> outside(Version version) {
        LocalDate last = version.terms().endsOn();
        return Mono.error(
                new Refusal.DayOutside(version.terms().startsOn(), last.isAfter(today()) ? today() : last)::exception);
    }

    private LocalDate today() {
        return ShanghaiDay.today(clock);
    }
}

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

    /** What came of it. */
    public sealed interface Outcome<T> {
        record Kept<T>(T what) implements Outcome<T> {}

        /** That year has its review. */
        record ReviewedAlready<T>(int year) implements Outcome<T> {}

        /** No price is promised. */
        record NothingPromised<T>() implements Outcome<T> {}

        /** The day lies outside the agreement, or in the future. */
        record OutsideTheTime<T>(LocalDate from, LocalDate to) implements Outcome<T> {}
    }

    public Mono<Outcome<Promises.Review>> review(
            UUID id, int year, Promises.Verdict verdict, String remarks, String by, Scope scope) {
        Visibility visibility = Visibility.of(scope);
        return inForce(id, visibility, "reviewed").flatMap(version -> {
            int first = version.terms().startsOn().getYear();
            if (year < first || year > today().getYear()) {
                return Mono.just(outside(version));
            }
            return log.add(id, new Promises.Review(year, verdict, remarks, by, clock.instant()), visibility)
                    .<Outcome<Promises.Review>>map(Outcome.Kept::new)
                    .defaultIfEmpty(new Outcome.ReviewedAlready<>(year));
        });
    }

    public Mono<Outcome<Promises.PriceCheck>> check(
            UUID id, String item, Money seen, Money market, LocalDate on, String by, Scope scope) {
        Visibility visibility = Visibility.of(scope);
        return inForce(id, visibility, "checked").flatMap(version -> {
            PricePromise promise = version.terms().promise();
            if (promise == null) {
                return Mono.just(new Outcome.NothingPromised<>());
            }
            if (!covers(version, on)) {
                return Mono.just(outside(version));
            }
            boolean kept = promise.isKeptBy(seen, market);
            return log.add(
                            id,
                            new Promises.PriceCheck(
                                    item, seen, market, promise.percent(), kept, on, by, clock.instant()),
                            visibility)
                    .map(Outcome.Kept::new);
        });
    }

    public Mono<Outcome<Promises.PublicSession>> held(
            UUID id, String title, LocalDate on, int attendees, String by, Scope scope) {
        Visibility visibility = Visibility.of(scope);
        return inForce(id, visibility, "credited with sessions")
                .flatMap(version -> covers(version, on)
                        ? log.add(id, new Promises.PublicSession(title, on, attendees, by, clock.instant()), visibility)
                                .map(Outcome.Kept::new)
                        : Mono.just(outside(version)));
    }

    private Mono<Version> inForce(UUID id, Visibility visibility, String what) {
        return agreements.lock(id, visibility).flatMap(known -> switch (known.agreement()) {
            case Agreement.Signed signed -> Mono.just(signed.inForce());
            case Agreement.Amending amending -> Mono.just(amending.inForce());
            case Agreement.Draft _, Agreement.Ended _, Agreement.Expired _, Agreement.Discarded _ ->
                Mono.error(() -> new RefusedException(
                        new Refusal.NotInThisState(what, known.agreement().state())));
        });
    }

    private boolean covers(Version version, LocalDate day) {
        return !day.isBefore(version.terms().startsOn())
                && !day.isAfter(version.terms().endsOn())
                && !day.isAfter(today());
    }

    private <T> Outcome<T> outside(Version version) {
        LocalDate last = version.terms().endsOn();
        return new Outcome.OutsideTheTime<>(version.terms().startsOn(), last.isAfter(today()) ? today() : last);
    }

    private LocalDate today() {
        return ShanghaiDay.today(clock);
    }
}

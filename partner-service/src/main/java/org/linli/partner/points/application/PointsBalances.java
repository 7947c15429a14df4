package org.linli.partner.points.application;

import org.linli.partner.points.PointsAccount;
import org.linli.partner.points.PointsLot;
import org.linli.partner.points.application.PointsRefused.Reason;
import org.linli.partner.points.store.PointsAccounts;
import org.linli.partner.step.ShanghaiDay;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What people have, and the cards that they show for it. */
@Service
public class PointsBalances {

    /** Long enough to be read at a counter, too short to be guessed. */
    static final Duration CARD = Duration.ofMinutes(5);

    private final PointsAccounts accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PointsBalances(PointsAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param lots what is left, what has ended included */
    public record Balance(PointsAccount account, List<PointsLot> lots, LocalDate today) {}

    /** @param code 8 digits */
    public record Card(String code, Instant expiresAt) {}

    /** What a person has in each street where there is an account. */
    public Mono<List<Balance>> own(String holder) {
        LocalDate today = ShanghaiDay.today(clock);
        return accounts.ofHolder(holder)
                .flatMap(own -> accounts.lots(own)
                        .map(lots -> own.stream()
                                .map(account -> new Balance(account, lots.getOrDefault(account.id(), List.of()), today))
                                .toList()));
    }

    /** Whom the card stands for; a counter's question, in its transaction. */
    public Mono<Balance> shown(Counter counter, String card) {
        return accounts.byCard(card, clock.instant(), counter.scope())
                .switchIfEmpty(Mono.error(() -> new PointsRefused(Reason.UNKNOWN_CARD)))
                .flatMap(this::balance);
    }

    public Mono<Card> newCard(String holder, String name, String street) {
        Instant now = clock.instant();
        return accounts.ofHolder(holder, name, street)
                .switchIfEmpty(Mono.error(() -> new PointsRefused(Reason.UNKNOWN_STREET)))
                .flatMap(account -> newCard(account, now));
    }

    private Mono<Card> newCard(PointsAccount account, Instant now) {
        Card card = new Card("%08d".formatted(random.nextInt(100_000_000)), now.plus(CARD));
        return accounts.addCard(card.code(), account.id(), card.expiresAt(), now)
                .flatMap(added -> added ? Mono.just(card) : newCard(account, now));
    }

    private Mono<Balance> balance(PointsAccount account) {
        return accounts.lots(account).map(lots -> new Balance(account, lots, ShanghaiDay.today(clock)));
    }
}

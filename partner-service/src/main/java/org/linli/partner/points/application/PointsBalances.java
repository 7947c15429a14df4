package org.linli.partner.points.application;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.points.CardPurpose;
import org.linli.partner.points.PointsAccount;
import org.linli.partner.points.PointsLot;
import org.linli.partner.points.store.PointsAccounts;
import org.linli.platform.idempotency.SecretAnswer;
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

    /** Long enough to be read at a counter. */
    static final Duration CARD = Duration.ofMinutes(5);

    private static final long CODES = 1_000_000_000_000L;

    private final PointsAccounts accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PointsBalances(PointsAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param lots what is left, what has ended included */
    public record Balance(PointsAccount account, List<PointsLot> lots, LocalDate today) {}

    /** @param code 12 digits, told in this answer alone */
    @SecretAnswer
    @Schema(name = "PointsBalanceCard")
    public record Card(String code, CardPurpose purpose, Instant expiresAt) {

        /** Codes must not reach a log. */
        @Override
        public String toString() {
            return "Card[" + purpose + "]";
        }
    }

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
        return accounts.byCard(card, CardPurpose.ANY, clock.instant(), counter.scope())
                .switchIfEmpty(Mono.error(PointsRefusal.UNKNOWN_CARD::exception))
                .flatMap(this::balance);
    }

    public Mono<Card> newCard(String holder, String name, String street, CardPurpose purpose) {
        Instant now = clock.instant();
        return accounts.ofHolder(holder, name, street)
                .switchIfEmpty(Mono.error(PointsRefusal.UNKNOWN_STREET::exception))
                .flatMap(account -> newCard(account, purpose, now));
    }

    private Mono<Card> newCard(PointsAccount account, CardPurpose purpose, Instant now) {
        Card card = new Card("%012d".formatted(random.nextLong(CODES)), purpose, now.plus(CARD));
        return accounts.addCard(card.code(), account.id(), purpose, card.expiresAt(), now)
                .flatMap(added -> added ? Mono.just(card) : newCard(account, purpose, now));
    }

    private Mono<Balance> balance(PointsAccount account) {
        return accounts.lots(account).map(lots -> new Balance(account, lots, ShanghaiDay.today(clock)));
    }
}

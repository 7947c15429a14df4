package org.linli.partner.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.linli.platform.failure.TransientFailures;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Lets a caller look at codes until {@value #MOST_WRONG} were wrong; then it has to wait. A look is counted as a wrong one
 * before it is made, and given back when the code was right: many at once get no further than many in a row. Whoever was
 * locked out is refused from memory until the end, without a look at the database.
 */
@Component
public class CodeAttempts {

    /** Wrong codes in a {@link #WINDOW}, and looks under way at once. */
    public static final int MOST_WRONG = 10;

    /** From the first look on. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** For the looks under way to be done. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int REMEMBERED = 10_000;

    private final AttemptTable table;
    private final Clock clock;
    /** Until when; who is forgotten for others is found in the table again. */
    private final Cache<Caller, Instant> lockedOut = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(WINDOW)
            .build();

    CodeAttempts(AttemptTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Looks at a code, unless too many were wrong: then 429 {@code too-many-attempts}. The work stands outside any
     * transaction, for a refused command leaves nothing and the attempt has to stay.
     *
     * @param what the codes open
     * @param caller who shows them
     * @param isWrong whether the work failed because the code was none
     */
    public <T> Mono<T> look(String what, String caller, Mono<T> work, Predicate<Throwable> isWrong) {
        return look(what, caller, MOST_WRONG, work, isWrong);
    }

    /** The same where many people may stand behind one caller. @param most that may be wrong, or under way */
    public <T> Mono<T> look(String what, String caller, int most, Mono<T> work, Predicate<Throwable> isWrong) {
        Look look = new Look(new Caller(what, caller), most);
        return Mono.defer(() -> {
            Instant now = clock.instant();
            Instant end = lockedOut.getIfPresent(look.by());
            return end != null && now.isBefore(end)
                    ? Mono.error(() -> tooMany(Duration.between(now, end)))
                    : reserve(look, now).flatMap(since -> counted(look, since, work, isWrong));
        });
    }

    /** @return when the window began that the look is counted in */
    private Mono<Instant> reserve(Look look, Instant now) {
        return table.reserve(look.by().what(), look.by().caller(), look.most(), now, now.minus(WINDOW))
                .onErrorMap(CodeAttempts::isBusy, _ -> tooMany(A_MOMENT))
                .flatMap(count -> count.reserved() ? Mono.just(count.since()) : refuse(look, count, now));
    }

    private Mono<Instant> refuse(Look look, AttemptTable.Count count, Instant now) {
        remember(look, count);
        Duration left = Duration.between(now, count.since().plus(WINDOW));
        return Mono.error(() -> tooMany(count.wrong() < look.most() ? A_MOMENT : left));
    }

    private <T> Mono<T> counted(Look look, Instant since, Mono<T> work, Predicate<Throwable> isWrong) {
        return work.materialize()
                .flatMap(end -> {
                    Throwable failure = end.getThrowable();
                    boolean wrong = failure != null && isWrong.test(failure);
                    return settle(look, since, wrong).thenReturn(end);
                })
                .dematerialize();
    }

    /** Where the count cannot be had the look stays a wrong one; what it came to is answered all the same. */
    private Mono<Void> settle(Look look, Instant since, boolean wrong) {
        Caller by = look.by();
        Mono<Void> settled = wrong
                ? table.wrong(by.what(), by.caller(), since)
                        .doOnNext(count -> remember(look, count))
                        .then()
                : table.giveBack(by.what(), by.caller(), since);
        return settled.onErrorResume(CodeAttempts::isBusy, _ -> Mono.empty());
    }

    private void remember(Look look, AttemptTable.Count count) {
        if (count.wrong() >= look.most()) {
            lockedOut.put(look.by(), count.since().plus(WINDOW));
        }
    }

    /** Others of the same caller held the count for too long. */
    private static boolean isBusy(Throwable failure) {
        return TransientFailures.sqlState(failure)
                .filter(LOCK_NOT_AVAILABLE::equals)
                .isPresent();
    }

    private static RuntimeException tooMany(Duration left) {
        return Problem.of("too-many-attempts", HttpStatus.TOO_MANY_REQUESTS, "Too many codes were wrong")
                .detail("Wait as Retry-After says, and look at the code again · 错误次数过多，请稍后再试")
                .retryAfter(left)
                .exception();
    }

    private record Caller(String what, String caller) {}

    private record Look(Caller by, int most) {}
}

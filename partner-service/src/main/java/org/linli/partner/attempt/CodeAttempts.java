package org.linli.partner.attempt;

import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Lets a caller look at codes until {@value #MOST_WRONG} were wrong; then it has to wait. Each look is counted before the
 * code is looked at, so that many at once get no further than many in a row.
 */
@Component
public class CodeAttempts {

    /** Wrong codes in a {@link #WINDOW}. */
    public static final int MOST_WRONG = 10;

    /** Looks of one caller under way at once: more than any counter has hands. */
    static final int MOST_AT_ONCE = 40;

    /** From the first look on. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private final AttemptTable table;
    private final Clock clock;

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

    /** The same where many people may stand behind one caller. @param most that may be wrong */
    public <T> Mono<T> look(String what, String caller, int most, Mono<T> work, Predicate<Throwable> isWrong) {
        Instant now = clock.instant();
        return table.begin(what, caller, now, now.minus(WINDOW)).flatMap(tried -> {
            boolean open = tried.wrong() < most && tried.tried() <= most + MOST_AT_ONCE;
            return open
                    ? counted(what, caller, work, isWrong)
                    : table.takeBack(what, caller).then(Mono.error(() -> tooMany(tried.since(), now)));
        });
    }

    private <T> Mono<T> counted(String what, String caller, Mono<T> work, Predicate<Throwable> isWrong) {
        return work.materialize()
                .flatMap(end -> {
                    Throwable failure = end.getThrowable();
                    boolean wrong = failure != null && isWrong.test(failure);
                    return (wrong ? table.wrong(what, caller) : table.takeBack(what, caller)).thenReturn(end);
                })
                .dematerialize();
    }

    private static RuntimeException tooMany(Instant since, Instant now) {
        return Problem.of("too-many-attempts", HttpStatus.TOO_MANY_REQUESTS, "Too many codes were wrong")
                .detail("Wait as Retry-After says, and look at the code again · 错误次数过多，请稍后再试")
                .retryAfter(Duration.between(now, since.plus(WINDOW)))
                .exception();
    }
}

package org.linli.platform.testing;

import org.junit.jupiter.api.DynamicTest;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole table of a state machine: every state meets every command, and what the table does not name is refused.
 *
 * @param moves what comes of it, by the simple names of state and command: {@code "Draft Submit"} to {@code "Submitted"}
 */
public record MoveTable<S, C>(List<S> states, List<C> commands, Map<String, String> moves) {

    /**
     * @param state as a refusal names it
     * @param outcome the next state's simple name, or {@code "refused in "} and the state
     */
    public Stream<DynamicTest> tests(Function<S, String> state, BiFunction<S, C, String> outcome) {
        return states.stream()
                .flatMap(from -> commands.stream().map(command -> {
                    String move = name(from) + " " + name(command);
                    return DynamicTest.dynamicTest(
                            move,
                            () -> assertThat(outcome.apply(from, command))
                                    .isEqualTo(moves.getOrDefault(move, "refused in " + state.apply(from))));
                }));
    }

    public static String name(Object value) {
        return value.getClass().getSimpleName();
    }
}

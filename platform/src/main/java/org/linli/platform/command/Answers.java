package org.linli.platform.command;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How commands on one kind of thing are answered.
 *
 * @param location of a view; none where a thing has no address of its own
 * @param version of a view, its tag; none where it cannot be changed
 */
record Answers<T, V>(
        String name,
        Class<V> type,
        Function<T, V> view,
        @Nullable Function<V, String> location,
        @Nullable ToLongFunction<V> version) {

    Answers<T, V> at(Function<V, String> path) {
        return new Answers<>(name, type, view, path, version);
    }

    Answers<T, V> versioned(ToLongFunction<V> number) {
        return new Answers<>(name, type, view, location, number);
    }

    ResponseEntity<V> created(T thing) {
        V body = view.apply(thing);
        var answer = tagged(ResponseEntity.status(HttpStatus.CREATED), body);
        return (location == null ? answer : answer.location(URI.create(location.apply(body)))).body(body);
    }

    ResponseEntity<V> ok(T thing) {
        V body = view.apply(thing);
        return tagged(ResponseEntity.ok(), body).body(body);
    }

    private ResponseEntity.BodyBuilder tagged(ResponseEntity.BodyBuilder answer, V body) {
        return version == null ? answer : answer.eTag("\"" + version.applyAsLong(body) + "\"");
    }

    Mono<T> found(Mono<T> thing) {
        return thing.switchIfEmpty(Problem.missing(name));
    }
}

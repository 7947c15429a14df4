package org.linli.platform.sample;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.linli.platform.problem.Problem;
import org.linli.platform.sample.NoteController.NoteView;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;

/** One mistake a route, so that the harness can be seen to find each. */
@RestController
@RequestMapping("/api/leaky")
class LeakyController {

    private final Notes notes;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    LeakyController(Notes notes, DatabaseClient database, TransactionalOperator transaction) {
        this.notes = notes;
        this.database = database;
        this.transaction = transaction;
    }

    /** Forgets the scope. */
    @Allowed(Role.HQ)
    @Operation(operationId = "leakyAnybodys")
    @GetMapping("/notes/{unit}")
    Mono<List<NoteView>> anybodys(@PathVariable String unit) {
        return notes.within(Scope.of(unit));
    }

    /** Lists what is not the caller's. */
    @Allowed(Role.HQ)
    @Operation(operationId = "leakyAll")
    @GetMapping("/notes")
    Mono<List<NoteView>> all() {
        return notes.within(Scope.everywhere());
    }

    /** Lets in a role too many. */
    @Allowed({Role.HQ, Role.SEEKER})
    @Operation(operationId = "leakyWords")
    @GetMapping("/words")
    Mono<List<String>> words() {
        return Mono.just(List.of());
    }

    /** Refuses, and writes all the same. */
    @Allowed(Role.HQ)
    @Operation(operationId = "leakyTraces")
    @PostMapping("/traces/{unit}")
    Mono<Void> traces(@PathVariable String unit, @Parameter(hidden = true) Actor actor) {
        return database.sql("INSERT INTO note (unit, text, amount) VALUES ('traces', 'left', 1)")
                .then()
                .as(transaction::transactional)
                .then(Mono.error(Problem.notFound("Unit").exception()));
    }

    /** Refuses everybody, its owner too. */
    @Allowed(Role.HQ)
    @Operation(operationId = "leakyClosed")
    @GetMapping("/closed/{unit}")
    Mono<Void> closed(@PathVariable String unit) {
        return Mono.error(Problem.notFound("Unit").exception());
    }

    /** Makes something, which the document does not say. */
    @Allowed(Role.HQ)
    @Operation(operationId = "leakyMade")
    @PostMapping("/made")
    Mono<ResponseEntity<String>> made() {
        return Mono.just(ResponseEntity.status(HttpStatus.CREATED).body("made"));
    }

    /** Answers nonsense with a 500. */
    @Allowed(Role.HQ)
    @Operation(operationId = "leakyRude")
    @GetMapping("/rude")
    Mono<Integer> rude(@RequestParam String n) {
        return Mono.fromCallable(() -> Integer.parseInt(n));
    }

    /** Refuses without saying why. */
    @Allowed(Role.HQ)
    @Operation(operationId = "leakyCurt")
    @GetMapping("/curt")
    Mono<ResponseEntity<String>> curt(@RequestParam String n) {
        return Mono.just(ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body("no"));
    }
}

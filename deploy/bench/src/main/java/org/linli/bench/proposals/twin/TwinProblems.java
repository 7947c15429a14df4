package org.linli.bench.proposals.twin;

import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import java.util.Objects;

/** Every refusal in the problems of the platform. */
@RestControllerAdvice
class TwinProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(ProblemException refused) {
        return answer(refused.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException invalid) {
        return answer(Problem.invalid("Some fields are not valid")
                .fields(invalid.getFieldErrors().stream()
                        .map(error -> new FieldError(
                                error.getField(),
                                error.isBindingFailure() ? "cannot be read" : "not valid",
                                Objects.requireNonNullElse(error.getDefaultMessage(), "another value")))
                        .toList()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return answer(Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The request cannot be read")
                .field("body", "cannot be read", "valid JSON"));
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.toDetail());
    }
}

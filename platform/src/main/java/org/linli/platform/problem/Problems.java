package org.linli.platform.problem;

import org.jspecify.annotations.Nullable;
import org.linli.platform.failure.TransientFailures;
import org.linli.platform.text.Dates;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns whatever ended a request into the {@link Problem} that its caller is told. */
final class Problems {

    private static final String UNREADABLE = "The request cannot be read";

    private static final Pattern REJECTED_HEADER = Pattern.compile("because the header: \"([A-Za-z0-9-]+) ?\"");

    private Problems() {}

    static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case WebExchangeBindException invalid -> ofBinding(invalid);
            case HandlerMethodValidationException invalid -> ofParameters(invalid);
            case ServerWebInputException unreadable -> ofInput(unreadable);
            case ServerErrorException blank when isBlankInPath(blank) -> ofStatus(HttpStatus.NOT_FOUND);
            case ResponseStatusException status -> ofStatus(status.getStatusCode());
            case ServerExchangeRejectedException suspicious ->
                Problem.of("invalid-request", HttpStatus.BAD_REQUEST, UNREADABLE)
                        .field(
                                keptOut(suspicious),
                                "holds what no address or header may hold",
                                "no encoded slashes or control characters");
            case DecodingException undecodable ->
                Problem.of("invalid-request", HttpStatus.BAD_REQUEST, UNREADABLE)
                        .field("body", "cannot be decoded", "a body of the stated content type");
            case DataBufferLimitException tooLarge -> ofStatus(HttpStatus.CONTENT_TOO_LARGE);
            case AuthenticationServiceException unreachable -> unavailable("The identity provider cannot be reached");
            case AuthenticationException unknown -> unauthenticated();
            case AccessDeniedException denied -> forbidden();
            default ->
                TransientFailures.isTransient(failure)
                        ? unavailable("The service cannot answer at the moment")
                        : Problem.of("internal", HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");
        };
    }

    /** The header that the firewall names, else the address. */
    private static String keptOut(ServerExchangeRejectedException suspicious) {
        Matcher header = REJECTED_HEADER.matcher(Objects.requireNonNullElse(suspicious.getMessage(), ""));
        return header.find() ? header.group(1) : "url";
    }

    /** A blank where the address names a thing: Spring takes it for a fault of ours, since the variable is then null. */
    private static boolean isBlankInPath(ServerErrorException failure) {
        return failure.getCause() == null
                && failure.getMethodParameter() != null
                && failure.getMethodParameter().hasParameterAnnotation(PathVariable.class);
    }

    private static Problem unavailable(String title) {
        return Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE, title)
                .detail("Nothing was changed by this request unless an earlier answer said so. Send it again with the"
                        + " same Idempotency-Key.");
    }

    private static Problem unauthenticated() {
        return Problem.of("unauthenticated", HttpStatus.UNAUTHORIZED, "A valid access token is needed")
                .field(
                        "Authorization",
                        "missing, expired or not valid",
                        "Bearer <access token of the identity provider>");
    }

    private static Problem forbidden() {
        return Problem.of("forbidden", HttpStatus.FORBIDDEN, "Your role may not do this");
    }

    private static Problem ofStatus(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        String title = status == null ? "Error " + code.value() : status.getReasonPhrase();
        return Problem.of(title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), code, title);
    }

    private static Problem ofBinding(WebExchangeBindException invalid) {
        List<org.linli.platform.problem.FieldError> fields =
                invalid.getFieldErrors().stream().map(Problems::ofField).toList();
        return invalid.getFieldErrors().stream().anyMatch(FieldError::isBindingFailure)
                ? Problem.of("invalid-request", HttpStatus.BAD_REQUEST, UNREADABLE)
                        .fields(fields)
                : Problem.invalid("Some fields are not valid").fields(fields);
    }

    private static org.linli.platform.problem.FieldError ofField(FieldError error) {
        String message = Objects.requireNonNullElse(error.getDefaultMessage(), "another value");
        int hint = message.indexOf(": not ");
        if (!error.isBindingFailure() && hint >= 0) {
            return new org.linli.platform.problem.FieldError(
                    error.getField(), message.substring(0, hint), message.substring(hint + ": not ".length()));
        }
        String reason = error.isBindingFailure() ? "cannot be read" : reasonOf(error.getCode());
        String right = error.isBindingFailure() && error.contains(TypeMismatchException.class)
                ? expected(error.unwrap(TypeMismatchException.class).getRequiredType())
                : MissingPart.of(error).map(Problems::expected).orElse(message);
        return new org.linli.platform.problem.FieldError(error.getField(), reason, right);
    }

    /** What is wrong, by the constraint that is broken; what would be right is its message. */
    private static String reasonOf(@Nullable String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "missing";
            case "Min", "Max", "DecimalMin", "DecimalMax", "Digits" -> "out of range";
            case "Size" -> "too short or too long";
            case null, default -> "not valid";
        };
    }

    private static Problem ofParameters(HandlerMethodValidationException invalid) {
        List<org.linli.platform.problem.FieldError> errors = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new org.linli.platform.problem.FieldError(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), "request"),
                                "not valid",
                                Objects.requireNonNullElse(error.getDefaultMessage(), "another value"))))
                .toList();
        return Problem.invalid("Some parameters are not valid").fields(errors);
    }

    private static Problem ofInput(ServerWebInputException unreadable) {
        Problem problem = Problem.of("invalid-request", HttpStatus.BAD_REQUEST, UNREADABLE);
        if (unreadable instanceof MissingRequestValueException missing) {
            return problem.field(missing.getName(), "missing", "a value for this " + missing.getLabel());
        }
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return ofStatus(HttpStatus.CONTENT_TOO_LARGE);
            }
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
            if (cause instanceof JacksonException json) {
                return ofJson(problem, json);
            }
            if (cause instanceof TypeMismatchException mismatch) {
                return problem.field(parameter(unreadable), "cannot be read", expected(mismatch.getRequiredType()));
            }
        }
        return problem.detail(Objects.requireNonNullElse(unreadable.getReason(), UNREADABLE));
    }

    private static String parameter(ServerWebInputException unreadable) {
        var parameter = unreadable.getMethodParameter();
        String name = parameter == null ? null : parameter.getParameterName();
        return name == null ? "request" : name;
    }

    private static Problem ofJson(Problem problem, JacksonException json) {
        return switch (json) {
            case TooManyItems many -> tooMany(many);
            case UnrecognizedPropertyException unknown ->
                problem.field(path(unknown), "not a field of this request", "one of " + unknown.getKnownPropertyIds());
            case InvalidFormatException format ->
                unfit(problem, format).field(path(format), reasonOf(format), expectedOf(format));
            case MismatchedInputException mismatch ->
                unfit(problem, mismatch).field(path(mismatch), "cannot be read", expected(mismatch.getTargetType()));
            case DatabindException databind -> problem.field(path(databind), "cannot be read", firstLine(databind));
            default -> problem.field("body", "malformed JSON", firstLine(json));
        };
    }

    private static Problem tooMany(TooManyItems many) {
        return Problem.invalid("Some fields are not valid")
                .field(path(many).replaceAll("\\[[0-9]+]$", ""), "too many items", "at most " + many.most() + " items");
    }

    /** A day that is none is read well enough: what it states cannot be. */
    private static Problem unfit(Problem problem, MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        return type != null && TimeModule.TYPES.contains(type) ? Problem.invalid(UNREADABLE) : problem;
    }

    private static String reasonOf(InvalidFormatException format) {
        String message = Objects.requireNonNullElse(format.getOriginalMessage(), "");
        int from = message.indexOf("holds U+");
        int to = message.indexOf(": not ", from);
        return from >= 0 && to > from ? message.substring(from, to) : "cannot be read";
    }

    private static String expectedOf(InvalidFormatException format) {
        String message = Objects.requireNonNullElse(format.getOriginalMessage(), "");
        int hint = format.getTargetType() != null && format.getTargetType().isEnum() ? -1 : message.indexOf(": not ");
        return hint >= 0 ? message.substring(hint + ": not ".length()) : expected(format.getTargetType());
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of " + java.util.Arrays.toString(type.getEnumConstants());
        }
        if (type.isRecord()) {
            return "an object";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "BigDecimal" -> "a decimal such as 0.15";
            case "Instant", "OffsetDateTime" -> Dates.TIME;
            case "UUID" -> "an id such as 0198c0de-0000-7000-8000-000000000001";
            case "LocalDate" -> Dates.DAY;
            case "LocalTime" -> Dates.TIME_OF_DAY;
            case "YearMonth" -> Dates.PERIOD;
            case "UnitCode" -> org.linli.platform.unit.UnitCode.EXPECTED;
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            default -> "a value of type " + type.getSimpleName();
        };
    }

    private static String path(DatabindException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getIndex() >= 0 ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path.isEmpty() ? "body" : path;
    }

    private static String firstLine(JacksonException failure) {
        String message = Objects.requireNonNullElse(failure.getOriginalMessage(), "valid JSON");
        return message.lines().findFirst().orElse("valid JSON").replaceAll("org\\.linli\\.[\\w.$]+", "the request");
    }
}

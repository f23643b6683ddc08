package dev.yiwen.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.yiwen.shared.Problem.Kind;
import io.vertx.pgclient.PgException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps what goes wrong in a resource to RFC 9457 problem JSON, once for all; never with a stack trace. */
final class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Violations violations;

    ProblemMapper(Violations violations) {
        this.violations = violations;
    }

    /** The body of a problem response (RFC 9457, section 3). */
    record Body(String type, String title, int status, String detail) {}

    @ServerExceptionMapper
    Response expected(Problem problem) {
        var response = response(problem.kind(), problem.detail());
        return problem.retryAfter()
                .map(it -> Response.fromResponse(response)
                        // Rounded up: whoever comes as told must be in time.
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                Math.max(1, it.plusMillis(999).toSeconds()))
                        .build())
                .orElse(response);
    }

    @ServerExceptionMapper
    Response violated(ConstraintViolationException violation, HttpHeaders headers) {
        return response(Kind.INVALID, violations.sentences(violation.getConstraintViolations(), language(headers)));
    }

    /** JSON that is well-formed and not what the resource takes. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatch, HttpHeaders headers) {
        var field = mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return response(Kind.INVALID, violations.mismatch(field, language(headers)));
    }

    /** Pages say theirs; programs, which say none, get English. */
    private static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                        .findFirst()
                        .filter(it -> it.getLanguage().equals("zh"))
                        .isPresent()
                ? Locale.CHINESE
                : Locale.ENGLISH;
    }

    /** JSON beyond what the parser takes, such as a number of a thousand digits. */
    @ServerExceptionMapper
    Response unread(JsonProcessingException unread) {
        return response(Kind.INVALID, "The body is not JSON that can be read.");
    }

    /** Bytes that are no text in their encoding. */
    @ServerExceptionMapper
    Response garbled(CharConversionException garbled) {
        return response(Kind.INVALID, "The body is no text.");
    }

    /** What JAX-RS itself refuses: no such resource, no such method, a body that is no JSON. */
    @ServerExceptionMapper
    Response refused(WebApplicationException refusal) {
        var response = refusal.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        var reason = response.getStatusInfo().getReasonPhrase();
        var slug = reason.toLowerCase(Locale.ROOT).replace(' ', '-');
        return response(slug, response.getStatus(), reason + ".");
    }

    @ServerExceptionMapper
    Response unexpected(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && isAboutValues(String.valueOf(refused.getSqlState()))) {
                // Not the message, which quotes the row.
                LOG.warnf("The database refused a value: %s %s", refused.getSqlState(), refused.getConstraint());
                return response(Kind.INVALID, "A value cannot be stored, or names what there is not.");
            }
        }
        LOG.error("A request failed", fault);
        return response("internal", 500, "Something went wrong; the log says what.");
    }

    /** Out of its range or unreadable (class 22), or an id of what is not there, or is gone by now. */
    private static boolean isAboutValues(String sqlState) {
        return sqlState.startsWith("22") || sqlState.equals(FOREIGN_KEY_VIOLATION);
    }

    private static Response response(Kind kind, String detail) {
        return response(kind.slug(), kind.status(), detail);
    }

    private static Response response(String slug, int status, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(new Body("urn:yiwen:problem:" + slug, slug, status, detail))
                .build();
    }
}

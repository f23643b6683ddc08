package dev.yiwen.shared;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps {@link Problem} to RFC 9457 problem JSON, once for all resources. */
final class ProblemMapper {

    /** The body of a problem response (RFC 9457, section 3). */
    record Body(String type, String title, int status, String detail) {}

    @ServerExceptionMapper
    Response map(Problem problem) {
        var kind = problem.kind();
        var body = new Body("urn:yiwen:problem:" + kind.slug(), kind.slug(), kind.status(), problem.detail());
        return Response.status(kind.status())
                .type("application/problem+json")
                .entity(body)
                .build();
    }
}

package dev.yiwen.edge.request;

import dev.yiwen.shared.Problem.Kind;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Refuses a body whose type is not written as one, and passes over wishes that are not (RFC 9110, 8.3.1 and 12.5.1): JAX-RS
 * would take either for a fault of its own.
 */
@Singleton
final class MediaTypes {
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]++";
    private static final String PARAMETERS =
            "\\s*+(?:;\\s*+(?:%1$s=(?:%1$s|\"[^\"\\\\]*+\")\\s*+)?+)*+".formatted(TOKEN);
    private static final Pattern TYPE = Pattern.compile("\\s*+%1$s/%1$s%2$s".formatted(TOKEN, PARAMETERS));
    /** As JAX-RS reads it: by commas, whatever is quoted. Old clients write a star alone. */
    private static final Pattern READABLE = Pattern.compile(
            "(?:\\s*+(?:%1$s/%1$s|\\*)\\s*+(?:;\\s*+(?:%1$s=%1$s\\s*+)?+)*+(?:,|$))++".formatted(TOKEN));

    void beforeAll(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(MediaTypes::check);
    }

    private static void check(RoutingContext context) {
        var headers = context.request().headers();
        var wanted = headers.get(HttpHeaders.ACCEPT);
        if (wanted != null && !READABLE.matcher(wanted).matches()) {
            // It is a wish alone (12.5.1).
            headers.set(HttpHeaders.ACCEPT, "*/*");
        }
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type == null || TYPE.matcher(type).matches()) {
            context.next();
        } else {
            RequestRejection.answer(context, Kind.INVALID, "Content-Type is not a media type.");
        }
    }
}

package dev.yiwen.edge.request;

import dev.yiwen.edge.EdgeConfig;
import dev.yiwen.edge.PublicAddress;
import dev.yiwen.edge.WebOrigin;
import dev.yiwen.shared.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets pages of the origins in the configuration use the web components (CORS), with tokens and never with a cookie. The
 * scripts are everybody's, so that a page of another origin gets a component that can say what is missing.
 */
@Singleton
public final class CrossOrigin {
    private static final int AFTER_THE_HEADERS = Integer.MIN_VALUE + 1;
    private static final String ANYBODY = "*";

    private final List<String> chat;
    private final List<String> assist;
    private final Set<WebOrigin> allowed;
    private final PublicAddress address;

    CrossOrigin(EdgeConfig config, PublicAddress address) {
        this.chat = sorted(config.origins());
        this.assist = sorted(config.assistOrigins());
        this.allowed = Stream.of(chat, assist)
                .flatMap(Collection::stream)
                .map(CrossOrigin::origin)
                .collect(Collectors.toUnmodifiableSet());
        this.address = address;
    }

    /** Whose pages may show the customers' chat. */
    public List<String> chat() {
        return chat;
    }

    /** Whose pages may show the agents' assist. */
    public List<String> assist() {
        return assist;
    }

    void beforeAll(@Observes Router router) {
        router.route("/static/*").order(AFTER_THE_HEADERS).handler(this::share);
        router.route("/api/*").order(AFTER_THE_HEADERS).handler(this::check);
        router.route("/ws/*").order(AFTER_THE_HEADERS).handler(this::check);
    }

    private void share(RoutingContext context) {
        context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY);
        context.next();
    }

    private void check(RoutingContext context) {
        var request = context.request();
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin == null || isOurs(origin, request)) {
            context.next();
        } else if (isPreflight(request)) {
            answerPreflight(context);
        } else if (WebOrigin.of(origin).filter(allowed::contains).isPresent()) {
            context.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After, Content-Disposition");
            context.next();
        } else if (request.getHeader(HttpHeaders.COOKIE) != null) {
            // The session's own rule decides; the page cannot read the answer.
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY);
            RequestRejection.answer(context, Problem.Kind.FOREIGN_ORIGIN, refusal(origin, request));
        }
    }

    /** By its host alone too: no cookie hangs on it here, and a proxy that ends TLS need not be known. */
    private boolean isOurs(String origin, HttpServerRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        return address.isOwn(origin, request) || (host != null && origin.endsWith("://" + host));
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    /** Also for those who will be refused: of a refused preflight a page learns nothing. */
    private static void answerPreflight(RoutingContext context) {
        context.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, Accept")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
                .end();
    }

    private String refusal(String origin, HttpServerRequest request) {
        return ("The page is of %s, this service is %s. To show <yiwen-chat> there, add %s to YIWEN_ORIGINS; for <yiwen-assist>,"
                        + " to YIWEN_ASSIST_ORIGINS. If both are yours, set YIWEN_PUBLIC_URL to the address in the browser.")
                .formatted(origin, address.seen(request), origin);
    }

    private static List<String> sorted(Optional<Set<String>> origins) {
        return origins.orElse(Set.of()).stream().sorted().toList();
    }

    private static WebOrigin origin(String text) {
        return WebOrigin.of(text)
                .filter(it -> text.matches("https?://[A-Za-z0-9.\\[\\]:-]+"))
                .orElseThrow(() -> new IllegalArgumentException("YIWEN_ORIGINS, YIWEN_ASSIST_ORIGINS: \"" + text
                        + "\" is not an origin such as https://www.example.com"));
    }
}

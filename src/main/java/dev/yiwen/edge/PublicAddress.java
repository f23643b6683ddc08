package dev.yiwen.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The address that people know this service by, as the configuration or else the request says. */
@Singleton
public final class PublicAddress {
    private final Optional<WebOrigin> configured;

    PublicAddress(EdgeConfig config) {
        this.configured = config.publicUrl()
                .map(it -> WebOrigin.of(it)
                        .orElseThrow(() -> new IllegalArgumentException("YIWEN_PUBLIC_URL: \"" + it
                                + "\" is not an address such as https://help.example.com")));
    }

    /** Whether people come over TLS, at a proxy if not here. */
    public boolean isSecure(HttpServerRequest request) {
        return configured.map(WebOrigin::isSecure).orElseGet(() -> "https".equals(request.scheme()));
    }

    /** Whether a page of that origin is one of ours: scheme, host and port agree. */
    public boolean isOwn(String origin, HttpServerRequest request) {
        var page = WebOrigin.of(origin);
        return page.isPresent() && page.equals(of(request));
    }

    /** As the configuration says it; empty when it says nothing. */
    public Optional<String> configured() {
        return configured.map(WebOrigin::toString);
    }

    /** In words, for whoever has to find out why it does not agree. */
    public String seen(HttpServerRequest request) {
        return of(request).map(WebOrigin::toString).orElse("an address without a host");
    }

    Optional<WebOrigin> of(HttpServerRequest request) {
        return configured.or(
                () -> WebOrigin.of(request.scheme() + "://" + String.valueOf(request.getHeader(HttpHeaders.HOST))));
    }
}

package dev.yiwen.edge;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** What a page may load and who may frame it ({@code Content-Security-Policy}). */
@Singleton
public final class ContentPolicy {
    private final PublicAddress address;
    private final boolean isPackaged;

    ContentPolicy(PublicAddress address, LaunchMode mode) {
        this.address = address;
        this.isPackaged = mode != LaunchMode.DEVELOPMENT;
    }

    /**
     * Scripts, styles and connections of this service alone. Styles that Lit computes are set through the object model,
     * which needs no leave.
     *
     * @param ancestors the sources of {@code frame-ancestors}
     */
    public String page(HttpServerRequest request, String ancestors) {
        // Live reload puts a script of its own into each page.
        return isPackaged ? strict(request) + "; frame-ancestors " + ancestors : "frame-ancestors " + ancestors;
    }

    private String strict(HttpServerRequest request) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:;"
                + " media-src 'self' blob:; connect-src 'self'" + sockets(request)
                + "; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";
    }

    /** Older browsers do not count sockets as {@code 'self'}. */
    private String sockets(HttpServerRequest request) {
        return address.of(request)
                .map(it -> " " + it.toString().replaceFirst("^http", "ws"))
                .orElse("");
    }
}

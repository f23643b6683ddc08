package dev.yiwen.edge;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Scheme, host and port of a page (RFC 6454), with the port that the scheme implies. */
public record WebOrigin(String scheme, String host, int port) {

    public static Optional<WebOrigin> of(String text) {
        try {
            return of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static Optional<WebOrigin> of(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return Optional.empty();
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return Optional.of(new WebOrigin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    @Override
    public String toString() {
        var implied = port == (isSecure() ? 443 : 80);
        return scheme + "://" + host + (implied ? "" : ":" + port);
    }
}

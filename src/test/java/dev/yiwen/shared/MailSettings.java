package dev.yiwen.shared;

import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/** How a mail server of a test's own is reached. */
public record MailSettings(
        Optional<String> host,
        int port,
        Tls tls,
        Optional<String> username,
        Optional<String> password,
        Optional<String> from)
        implements MailConfig {

    /** Without a sign-in, on this machine. */
    public static Mail mail(int port, Vertx vertx) {
        var settings = new MailSettings(
                Optional.of("127.0.0.1"),
                port,
                Tls.OFF,
                Optional.empty(),
                Optional.empty(),
                Optional.of("yiwen@example.com"));
        return new Mail(settings, vertx);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(20);
    }
}

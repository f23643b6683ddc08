package dev.yiwen.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The company's mail server. Without a host no e-mail is sent, and pages that would send some say so. */
@ConfigMapping(prefix = "yiwen.mail")
public interface MailConfig {

    /** {@code smtp.example.com}. */
    Optional<String> host();

    /** 465 with {@code IMPLICIT}. */
    @WithDefault("587")
    int port();

    /** What protects the way there; {@code OFF} for a server on this machine alone. */
    @WithDefault("REQUIRED")
    Tls tls();

    /** Without it nobody signs in there. */
    Optional<String> username();

    Optional<String> password();

    /** Who e-mails are from, {@code 一问 <yiwen@example.com>}; the username where that is an address. */
    Optional<String> from();

    /** How long the server may take for each answer. */
    @WithDefault("30s")
    Duration timeout();

    /** How the connection is encrypted. */
    enum Tls {
        /** STARTTLS, or nothing is sent. */
        REQUIRED,
        /** From the first byte on. */
        IMPLICIT,
        OFF
    }
}

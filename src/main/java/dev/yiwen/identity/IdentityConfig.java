package dev.yiwen.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How long sessions last and whose tokens are believed. */
@ConfigMapping(prefix = "yiwen.identity")
public interface IdentityConfig {

    /** A visitor who stays away longer starts as a new one. */
    @WithDefault("30d")
    Duration customerToken();

    /** A working day; shorten where desks are shared. */
    @WithDefault("12h")
    Duration staffSession();

    /** How long an assist panel in a foreign page may go without asking for a new token. */
    @WithDefault("10m")
    Duration assistToken();

    /**
     * Origins ({@code https://crm.example.com}) of pages on other hosts that may act with a member of staff's cookie.
     * This service's own is {@code YIWEN_PUBLIC_URL}.
     */
    Optional<Set<String>> allowedOrigins();

    /**
     * The first administrator's password; without it, or when it is easy to guess, a one-time password is printed. Should
     * every administrator's have ended, the next start prints another.
     */
    Optional<String> adminPassword();

    /**
     * Where that one-time password is kept until it is changed; {@code ./yiwen run} sets it and shows what stands there.
     * Without it a terminal shows the password, once.
     */
    Optional<Path> firstPasswordFile();

    /** How long a one-time password may be used. Lengthen it where they travel by mail. */
    @WithDefault("24h")
    Duration oneTimePassword();

    /** Whether everybody of staff must have a second factor; who has none then sets one up at the next sign-in. */
    @WithDefault("optional")
    SecondFactor secondFactor();

    enum SecondFactor {
        OPTIONAL,
        REQUIRED
    }

    /**
     * A file of passwords that are out, one a line, as they are or as SHA-1 hashes (with a count behind a colon or without);
     * nobody of staff may choose one of them. 8 bytes of memory each.
     */
    Optional<Path> breachedPasswords();

    HostJwt hostJwt();

    SignIn signIn();

    /** How a host application (the operator's app) signs its members in. */
    interface HostJwt {
        /**
         * A secret of at least 32 bytes (then tokens are HS256) or a public key in PEM (then they are RS256). Tokens of
         * any other algorithm are refused. Without it nobody but visitors can chat.
         */
        Optional<String> key();

        /** When set, tokens must name it in {@code iss}; then {@link #audience} must be set, too. */
        Optional<String> issuer();

        /** When set, tokens must name it in {@code aud}: the issuer may sign tokens for others. */
        Optional<String> audience();
    }

    /**
     * How wrong passwords slow down whoever sends them. Somebody who signed in from an address before is slowed by misses of
     * that login at that address alone.
     */
    interface SignIn {
        /** Misses that cost no time: of each address, and of each login at an address where it is known. */
        @WithDefault("5")
        int free();

        /** How long one miss is remembered, one after the other. Shorten it where many people share an address. */
        @WithDefault("1h")
        Duration forgotten();

        /** The longest delay at an address; it begins with a second, and doubles. */
        @WithDefault("6h")
        Duration longest();

        /** The same where the login is known: a colleague who plays tricks keeps nobody out for long. */
        @WithDefault("5m")
        Duration longestWhereKnown();

        /** An address counts as known so long after a sign-in. */
        @WithDefault("90d")
        Duration remembered();

        /** Passwords that wait to be checked, on one instance; the second half of them is for known addresses. */
        @WithDefault("32")
        int waiting();
    }
}

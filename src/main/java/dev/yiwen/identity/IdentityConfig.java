package dev.yiwen.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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

    /** The first administrator's password; without it one is made up and printed once. */
    Optional<String> adminPassword();

    HostJwt hostJwt();

    SignIn signIn();

    /** How a host application (the operator's app) signs its members in. */
    interface HostJwt {
        /**
         * A secret of at least 32 bytes (then tokens are HS256) or a public key in PEM (then they are RS256). Tokens of
         * any other algorithm are refused. Without it nobody but visitors can chat.
         */
        Optional<String> key();

        /** When set, tokens must name it in {@code aud}. */
        Optional<String> audience();
    }

    /** Raise the limits when many people share an address and a login, which they should not. */
    interface SignIn {
        @WithDefault("5")
        int misses();

        /** How long misses count, from the first of them. */
        @WithDefault("15m")
        Duration window();
    }
}

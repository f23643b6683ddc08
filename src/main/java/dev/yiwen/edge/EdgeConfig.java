package dev.yiwen.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The network around the service. */
@ConfigMapping(prefix = "yiwen.edge")
public interface EdgeConfig {

    /**
     * The address that people type, {@code https://help.example.com}. Set it wherever a proxy stands in front: with https
     * the session's cookie is for this host and for TLS alone, and pages of this origin are believed.
     */
    Optional<URI> publicUrl();

    /**
     * Origins ({@code https://www.example.com}) of pages that show {@code <yiwen-chat>}; pages of any other are refused, with
     * this setting's name.
     */
    Optional<Set<String>> origins();

    /** The same for {@code <yiwen-assist>}; who may frame {@code /assist} too. */
    Optional<Set<String>> assistOrigins();

    /**
     * Addresses or networks ({@code 10.0.0.0/8}) whose {@code X-Forwarded-*} is believed. They must overwrite what their
     * own clients send.
     */
    Optional<Set<String>> proxies();

    /** Lets a collector read {@code /q/metrics} as a bearer token; otherwise administrators alone do. */
    Optional<String> metricsToken();

    /** Whom to tell of a weakness: {@code mailto:security@example.com} or an https address; {@code /.well-known/security.txt} says it. */
    Optional<URI> securityContact();

    Connections connections();

    Unread unread();

    /** What readers of WebSockets may leave unread before they are closed, to come back later. */
    interface Unread {
        @WithDefault("1M")
        MemorySize each();

        /** Shared by those who are behind, but not below 64 KiB each; raise it together with the heap. */
        @WithDefault("64M")
        MemorySize all();
    }

    /** What a connection may take its time for. */
    interface Connections {
        /** Raise it where more people than that come from one address; IPv6 counts by its /64. */
        @WithDefault("1000")
        int perAddress();

        /** Not counted: a proxy on this machine, its tools, and {@code yiwen.edge.proxies} anyway. */
        @WithDefault("127.0.0.0/8,::1/128")
        Optional<Set<String>> uncounted();

        /** From a request's first byte, or the connection's beginning, to the end of its head. */
        @WithDefault("10s")
        Duration head();

        /** Bytes a second of a body, on the average after its first ten seconds; lower it for the slowest of phones. */
        @WithDefault("1024")
        int bodyPace();

        /** Between two requests of one connection; longer than a proxy keeps its own. */
        @WithDefault("75s")
        Duration idle();
    }
}

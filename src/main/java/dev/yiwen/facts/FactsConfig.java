package dev.yiwen.facts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * The operator's own systems, asked while a customer is being served: {@code src/docs/facts.md}. Without {@link #url()} nothing is
 * asked and nothing of it is shown.
 */
@ConfigMapping(prefix = "yiwen.facts")
public interface FactsConfig {

    /** Where facts are asked, for example {@code http://10.0.0.5:8080/yiwen}; an address of the own network is usual here. */
    Optional<String> url();

    /** Sent as a bearer token. */
    Optional<String> token();

    /** So long somebody waits for a fact; later ones fill in. Raise it when the systems are a little slower than that. */
    @WithDefault("800ms")
    Duration patience();

    /** After that a fact counts as not to be had. */
    @WithDefault("8s")
    Duration timeout();

    /** So long a fact is taken as still true. Lower it where states change by the second. */
    @WithDefault("30s")
    Duration fresh();

    /** Questions under way at once, of each fact; more are told that it will not come. Set it to what the systems can take. */
    @WithDefault("32")
    int concurrent();

    /**
     * Whether a chat model may look up the facts of the customer whom it answers. They are personal data: say yes only for a model
     * to which you may give them.
     */
    @WithDefault("false")
    boolean forModel();

    Breaker breaker();

    /** Leaves a failing system alone for a while: each fact by itself, as they may come from different ones. */
    interface Breaker {

        /** How many of the last questions are looked at. */
        @WithDefault("10")
        int calls();

        /** From this share of failures on, it is not asked. */
        @WithDefault("0.5")
        double failures();

        /** After this one question tries whether it is well again. */
        @WithDefault("15s")
        Duration pause();
    }
}

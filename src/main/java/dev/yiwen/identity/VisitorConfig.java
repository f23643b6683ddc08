package dev.yiwen.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How many new visitors one address may bring, over all instances. The limits count an address, not a person: behind one may
 * sit an office or, with a mobile carrier, thousands. Each person is counted once, for the browser keeps its token.
 */
@ConfigMapping(prefix = "yiwen.identity.visitors")
interface VisitorConfig {

    /**
     * Who must solve a puzzle first (a fraction of a second in a browser): with {@code AUTOMATIC} those beyond {@link #free};
     * {@code ALWAYS} while somebody attacks from many addresses; {@code NEVER} when clients that cannot are common.
     */
    @WithDefault("automatic")
    Challenged challenged();

    /** At once, without a puzzle. Raise it when a large company reaches you from one address. */
    @WithDefault("100")
    int free();

    /** For long without a puzzle: one in so much time. */
    @WithDefault("2s")
    Duration freeOneIn();

    /** At once, with puzzles. Lower it, and what is for long, when the service is for a few hundred people. */
    @WithDefault("2000")
    int most();

    @WithDefault("200ms")
    Duration mostOneIn();

    /** Each more doubles the work of a puzzle: 16 are some 65,000 hashes. Raise it while somebody solves them in bulk. */
    @WithDefault("16")
    int bits();

    /** How long a puzzle may be solved: a slow telephone in a hidden tab takes its time. */
    @WithDefault("5m")
    Duration solvedWithin();

    enum Challenged {
        NEVER,
        AUTOMATIC,
        ALWAYS
    }
}

package dev.yiwen.knowledge.usefulness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** By what the list of what helps is sorted. */
@ConfigMapping(prefix = "yiwen.knowledge.usefulness")
interface UsefulnessConfig {

    /** Days after which an article that nobody has reviewed or looked at counts as stale. Prices want fewer, addresses more. */
    @WithDefault("180")
    int staleDays();

    /** As how many “not helpful” one counts that went to a human after the answer: what a call costs against a bad word. */
    @WithDefault("2")
    int handoverWeight();
}

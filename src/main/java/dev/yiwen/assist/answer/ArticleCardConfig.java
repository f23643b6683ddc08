package dev.yiwen.assist.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the assist speaks up. */
@ConfigMapping(prefix = "yiwen.assist")
interface ArticleCardConfig {

    /** Confidence that an article needs. Lower it when agents miss suggestions, raise it when they see noise. */
    @WithDefault("0.25")
    double threshold();

    /** Above it an utterance is searched by itself even when it is short; below, the turns before it are added. */
    @WithDefault("0.75")
    double selfContained();

    /** How far in cosine similarity a further card may lie behind the best one. */
    @WithDefault("0.12")
    double reach();

    /** Anger, 0 to 1, from which a script comes first. */
    @WithDefault("0.5")
    double anger();

    /** The article with the script for an angry customer whatever the subject. */
    @WithDefault("agent-scripts/angry-customer")
    String empathyArticle();
}

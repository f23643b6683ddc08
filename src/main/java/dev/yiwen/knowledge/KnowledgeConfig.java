package dev.yiwen.knowledge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** Settings of the knowledge. */
@ConfigMapping(prefix = "yiwen.knowledge")
public interface KnowledgeConfig {

    /**
     * Whether an empty installation gets the starter knowledge: {@code ask} asks its first administrator, {@code import} brings it at
     * the first start, for demonstrations and tests; {@code none} never speaks of it.
     */
    @WithDefault("ask")
    @WithConverter(StarterMode.OfText.class)
    StarterMode starter();
}

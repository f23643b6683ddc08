package dev.yiwen.knowledge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the knowledge. */
@ConfigMapping(prefix = "yiwen.knowledge")
public interface KnowledgeConfig {

    /** Whether an empty installation is filled with the starter knowledge; false to begin with your own only. */
    @WithDefault("true")
    boolean starter();
}

package dev.yiwen.knowledge;

import dev.yiwen.knowledge.revision.FourEyes;
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

    /**
     * Whether somebody other than the author looks at an article before customers see it: {@code auto} as soon as two people may
     * publish, {@code on} or {@code off}. The page Knowledge changes it; this is what holds until then.
     */
    @WithDefault("auto")
    FourEyes.Choice fourEyes();
}

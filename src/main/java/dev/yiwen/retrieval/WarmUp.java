package dev.yiwen.retrieval;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Loads the dictionaries and the model before anything asks for them: the first use takes seconds, which no event loop may
 * spend, and which the first customer should not wait for.
 */
@Singleton
final class WarmUp {
    /** Traditional, so that the conversion table is needed; a word of many characters, so that the dictionary is. */
    private static final String SAMPLE = "寬帶故障怎麼辦";

    private static final int BEFORE_OTHERS = 1;

    void start(@Observes @Priority(BEFORE_OTHERS) StartupEvent event, Embedder embedder) {
        var text = Normaliser.text(SAMPLE);
        Terms.ofQuery(text);
        embedder.compute(text).await().indefinitely();
    }
}

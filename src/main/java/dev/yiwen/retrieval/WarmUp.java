package dev.yiwen.retrieval;

import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.index.PassageMirror;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.retrieval.text.Terms;
import dev.yiwen.shared.Nouns;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Loads the dictionaries and the model before anything asks for them: the first use takes seconds, which no event loop may
 * spend, and which the first customer should not wait for.
 */
@Singleton
final class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    /** Traditional, so that the conversion table is needed; a word of many characters, so that the dictionary is. */
    private static final String SAMPLE = "寬帶故障怎麼辦";

    private static final int BEFORE_OTHERS = 1;

    private final Instance<Embedder> embedder;
    private final Instance<PassageMirror> mirror;

    WarmUp(Instance<Embedder> embedder, Instance<PassageMirror> mirror) {
        this.embedder = embedder;
        this.mirror = mirror;
    }

    void start(@Observes @Priority(BEFORE_OTHERS) StartupEvent event) {
        var dictionaries = CompletableFuture.runAsync(() -> {
            Terms.ofQuery(Normaliser.text(SAMPLE));
            Nouns.contains(SAMPLE);
        });
        // Made here, beside the dictionaries.
        embedder.get().load(SAMPLE);
        dictionaries.join();
        mirror.get().current().subscribe().with(copy -> {}, failure -> LOG.debug("Nothing to search yet", failure));
    }
}

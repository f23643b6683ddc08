package dev.yiwen.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.audit.CustomerData;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.retrieval.index.Viewer;
import dev.yiwen.shared.Caches;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** What searches found, for as long as the knowledge is the same. */
@Singleton
public final class SearchCache {

    /** The same text asked by the same audience on the same day, for as many articles. */
    record Asked(String text, Viewer viewer, int limit) {}

    private record Found(long version, Retrieved retrieved) {}

    /** @param settled whether it may be kept */
    record Fresh(Retrieved retrieved, boolean settled) {}

    private final KnowledgeVersion knowledge;
    private final Cache<Asked, Found> kept;

    public SearchCache(KnowledgeVersion knowledge, RetrievalConfig config) {
        this.knowledge = knowledge;
        kept = Caches.measured("searches", Caffeine.newBuilder().maximumSize(config.answerCache()));
    }

    /** Questions are customers' words: of somebody who is erased none stays, and nobody knows which were theirs. */
    void forget(@Observes StartupEvent event, Signals signals) {
        signals.listen(CustomerData.ERASED_SIGNAL, id -> kept.invalidateAll(), kept::invalidateAll);
    }

    /** What was found before, or else what {@code search} finds. */
    Uni<Retrieved> orElse(Asked asked, Supplier<Uni<Fresh>> search) {
        return Uni.createFrom().deferred(() -> {
            long version = knowledge.current();
            var before = kept.getIfPresent(asked);
            return before != null && before.version() == version
                    ? Uni.createFrom().item(before.retrieved())
                    : search.get().invoke(found -> keep(asked, version, found)).map(Fresh::retrieved);
        });
    }

    /** Unless the knowledge moved meanwhile: then nobody can tell which state of it was searched. */
    private void keep(Asked asked, long version, Fresh found) {
        if (found.settled() && knowledge.current() == version) {
            kept.put(asked, new Found(version, found.retrieved().keptFromBefore()));
        }
    }
}

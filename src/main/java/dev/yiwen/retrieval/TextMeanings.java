package dev.yiwen.retrieval;

import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.embedding.Encoder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Texts as the unit vectors that a search compares; their product says how near they are in meaning. */
@Singleton
public final class TextMeanings {
    private final Embedder embedder;

    TextMeanings(Embedder embedder) {
        this.embedder = embedder;
    }

    /** By text, without those that no model has seen. Takes milliseconds a text; fails with {@code OVERLOADED}. */
    public Uni<Map<String, float[]>> of(Collection<String> texts) {
        return Multi.createFrom()
                .iterable(texts)
                .onItem()
                .transformToUniAndConcatenate(it -> embedder.embed(it).map(seen -> Map.entry(it, seen)))
                .filter(it -> !it.getValue().isUnseen())
                .collect()
                .in(HashMap<String, float[]>::new, (all, it) -> all.put(it.getKey(), vector(it.getValue())))
                .map(Map::copyOf);
    }

    private static float[] vector(Encoder.Encoded encoded) {
        return encoded.sentence();
    }
}

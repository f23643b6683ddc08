package dev.yiwen.retrieval.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.shared.Problem;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What the search's vectors are made by, as LangChain4j knows one. It blocks, and shares the bounded pool with the customers'
 * questions.
 */
@Singleton
@DefaultBean
@Unremovable
final class SearchEmbeddings implements EmbeddingModel {
    private final Embedder embedder;

    SearchEmbeddings(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        var texts = segments.stream().map(it -> Normaliser.text(it.text())).toList();
        var vectors = texts.isEmpty()
                ? List.<Encoder.Encoded>of()
                : texts.size() == 1
                        ? List.of(seen(embedder.embed(texts.getFirst()).await().indefinitely()))
                        : embedder.embedAll(texts).await().indefinitely();
        return Response.from(
                vectors.stream().map(it -> Embedding.from(it.sentence())).toList());
    }

    /** A search can do without a vector, whoever asks for one cannot. */
    private static Encoder.Encoded seen(Encoder.Encoded encoded) {
        if (encoded.isUnseen()) {
            throw new Problem(Problem.Kind.OVERLOADED, "The embeddings endpoint does not answer; try again shortly");
        }
        return encoded;
    }

    @Override
    public int dimension() {
        return embedder.model().dimension();
    }

    @Override
    public String modelName() {
        return embedder.model().name();
    }
}

package dev.yiwen.retrieval.embedding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * A model of the user's own that makes the vectors of texts in place of the encoder in the box, any that speaks OpenAI's
 * embeddings interface. Without {@link #baseUrl()} there is none. When model or dimension change, {@code ./yiwen reindex} makes
 * the vectors of the knowledge anew (see src/docs/models.md). Environment: YIWEN_EMBEDDING_BASE_URL,
 * YIWEN_EMBEDDING_API_KEY, and so on for each name below.
 */
@ConfigMapping(prefix = "yiwen.embedding")
public interface EmbeddingConfig {

    /** For example {@code http://localhost:9997/v1}. */
    Optional<String> baseUrl();

    /** Local servers mostly want none. */
    Optional<String> apiKey();

    @WithDefault("bge-m3")
    String model();

    /** Components of its vectors; another number than it answers with is an error. The database's index takes 2,000 at most. */
    @WithDefault("1024")
    int dimension();

    /** Without the vector of a question by then, words alone find. Every customer waits for it: raise it with care. */
    @WithDefault("1s")
    Duration timeout();

    /** Questions under way at once; beyond, words alone find. Set it to what the server can take. */
    @WithDefault("16")
    int concurrent();

    /** Texts of one request when knowledge is indexed. Lower it for a server that refuses so many. */
    @WithDefault("16")
    int batch();

    /** Set by {@code ./yiwen reindex} alone: an index of another model is no reason not to start. */
    @WithDefault("false")
    boolean renew();
}

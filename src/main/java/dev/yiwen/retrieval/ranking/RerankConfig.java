package dev.yiwen.retrieval.ranking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * A model that reads question and answer together and has the last word on the order, any that speaks the rerank interface of
 * Jina, Cohere, Xinference or vLLM. Without {@link #url()} there is none. A calibration must be fitted with it (see
 * src/docs/models.md). Environment: YIWEN_RERANK_URL, YIWEN_RERANK_API_KEY, and so on for each name below.
 */
@ConfigMapping(prefix = "yiwen.rerank")
interface RerankConfig {

    /** For example {@code http://localhost:9997/v1/rerank}. */
    Optional<String> url();

    /** Local servers mostly want none. */
    Optional<String> apiKey();

    @WithDefault("bge-reranker-v2-m3")
    String model();

    /** Articles that it reads, the best of the own ranking. Each costs it about as long as a short text. */
    @WithDefault("20")
    int top();

    /** Without its answer by then, the own order stands. Every customer waits for it: raise it with care. */
    @WithDefault("600ms")
    Duration timeout();

    /** Requests under way at once; beyond, the own order stands. Set it to what the server can take. */
    @WithDefault("8")
    int concurrent();
}

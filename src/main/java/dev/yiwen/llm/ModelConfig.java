package dev.yiwen.llm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * The chat model, any that speaks OpenAI's chat completions. Without {@link #baseUrl()} there is none, and answers go out
 * as curated. Environment: YIWEN_LLM_BASE_URL, YIWEN_LLM_API_KEY, YIWEN_LLM_MODEL.
 */
@ConfigMapping(prefix = "yiwen.llm")
interface ModelConfig {

    /** For example {@code http://localhost:11434/v1}. */
    Optional<String> baseUrl();

    /** Local servers mostly want none. */
    Optional<String> apiKey();

    @WithDefault("qwen2.5:7b-instruct")
    String model();

    /** After this the curated answer is sent. Customers begin to wonder after some seconds: raise it for slow models only. */
    @WithDefault("6s")
    Duration timeout();

    /** Calls under way at once; further turns get the curated answer. Set it to what the model's server can take. */
    @WithDefault("8")
    int concurrent();

    /** Longest reply, in tokens of the model. */
    @WithDefault("600")
    int maxTokens();
}

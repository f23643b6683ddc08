package dev.yiwen.llm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * The chat model, any that speaks OpenAI's chat completions. Without {@link #baseUrl()} there is none, and answers go out
 * as curated. Environment: YIWEN_LLM_BASE_URL, YIWEN_LLM_API_KEY, YIWEN_LLM_MODEL, and so on for each name below.
 */
@ConfigMapping(prefix = "yiwen.llm")
interface ModelConfig {

    /** For example {@code http://localhost:11434/v1}. */
    Optional<String> baseUrl();

    /** Local servers mostly want none. */
    Optional<String> apiKey();

    @WithDefault("qwen2.5:7b-instruct")
    String model();

    /** Without a word by then, the curated answer is sent. Raise it when a healthy server needs longer to begin. */
    @WithDefault("4s")
    Duration firstText();

    /**
     * Unfinished by then, the curated answer is sent, retries and all. Raise it for slow models, and
     * {@code yiwen.conversation.turn-timeout} with it, which must stay above.
     */
    @WithDefault("10s")
    Duration timeout();

    /** Calls under way at once; one more may wait, the rest get the curated answer. Set it to what the server can take. */
    @WithDefault("8")
    int concurrent();

    /** Longest reply, in tokens of the model. Raise it when answers are cut; a reply that was cut is not used. */
    @WithDefault("600")
    int maxTokens();

    /** Further attempts when the server is busy or broken, as long as nothing was written yet. 0 when a proxy retries. */
    @WithDefault("2")
    int retries();

    /** Before the first further attempt, twice as long before the next, and a random part on top. */
    @WithDefault("200ms")
    Duration retryDelay();

    Breaker breaker();

    Budget budget();

    /** Leaves a failing server alone for a while, and customers without a wait in vain. */
    interface Breaker {

        /** How many of the last calls are looked at. Lower it with few customers, so that it notices in time. */
        @WithDefault("10")
        int calls();

        /** From this share of failures on, the model is not called. */
        @WithDefault("0.5")
        double failures();

        /** After this one call tries whether it is well again. */
        @WithDefault("20s")
        Duration pause();
    }

    /** In tokens, asked and written together, over all instances; 0 is without limit. Past it, answers go out as curated. */
    interface Budget {

        /** About twenty composed answers. Lower it when single visitors run up the bill. */
        @WithDefault("40000")
        long conversation();

        /** A day of the company's time zone. Set it to what a day may cost; a model of your own needs none. */
        @WithDefault("2000000")
        long day();
    }
}

package dev.yiwen.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The chat model of this installation, if it has one. Whoever calls it has a way to go on without: a model that is slow,
 * down, overloaded or cut off fails the call within the configured patience, and is not asked twice in one turn.
 */
@Singleton
public class LanguageModel {
    private final ModelConfig config;
    private final @Nullable ChatModel model;
    private final ThreadPoolExecutor pool;

    LanguageModel(ModelConfig config) {
        this.config = config;
        this.model = config.baseUrl().map(url -> connect(url, config)).orElse(null);
        // No queue: a call that would have to wait is refused, since its customer waits too.
        this.pool = new ThreadPoolExecutor(
                0,
                config.concurrent(),
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("model-", 0).daemon().factory());
    }

    public boolean configured() {
        return model != null;
    }

    public String name() {
        return config.model();
    }

    /** The model's reply; personal data in {@code user} is hidden from the model and put back. */
    public Uni<String> complete(String system, String user) {
        ChatModel connected = model;
        if (connected == null) {
            return Uni.createFrom().failure(new IllegalStateException("No chat model is configured"));
        }
        var hidden = Redaction.of(user);
        return Uni.createFrom()
                .item(() -> connected.chat(List.of(SystemMessage.from(system), UserMessage.from(hidden.text()))))
                .runSubscriptionOn(pool)
                .map(LanguageModel::whole)
                .map(hidden::restore)
                .ifNoItem()
                .after(config.timeout())
                .fail();
    }

    private static String whole(ChatResponse response) {
        AiMessage message = response.aiMessage();
        if (message == null || message.text() == null || message.text().isBlank()) {
            throw new IllegalStateException("The model said nothing");
        }
        if (response.finishReason() == FinishReason.LENGTH) {
            throw new IllegalStateException("The model's reply was cut at its length");
        }
        return message.text();
    }

    private static ChatModel connect(String url, ModelConfig config) {
        // HTTP/1.1: several local servers do not take the upgrade to HTTP/2.
        var http = new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url)
                .apiKey(config.apiKey().orElse("none"))
                .modelName(config.model())
                .temperature(0.0)
                .maxTokens(config.maxTokens())
                .timeout(config.timeout())
                .maxRetries(0)
                .build();
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }
}

package dev.yiwen.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that speaks OpenAI's chat completions, well or badly. */
public final class ChatStub implements AutoCloseable {
    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

    public ChatStub() {
        server.start();
    }

    /** A model that waits for this stub. */
    public LanguageModel model(Duration timeout) {
        return new LanguageModel(new Config(server.baseUrl() + "/v1", timeout));
    }

    public void says(String reply) {
        responds(aResponse().withHeader("Content-Type", "application/json").withBody(completion(reply, "stop")));
    }

    public void isCutAtItsLength(String reply) {
        responds(aResponse().withHeader("Content-Type", "application/json").withBody(completion(reply, "length")));
    }

    public void responds(ResponseDefinitionBuilder response) {
        server.stubFor(post(anyUrl()).willReturn(response));
    }

    /** The body of the last request. */
    public String asked() {
        return server.findAll(postRequestedFor(anyUrl())).getLast().getBodyAsString();
    }

    public int calls() {
        return server.findAll(postRequestedFor(anyUrl())).size();
    }

    public static String completion(String reply, String finish) {
        try {
            var message = Map.of("role", "assistant", "content", reply);
            var choice = Map.of("index", 0, "finish_reason", finish, "message", message);
            return new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "id",
                            "c1",
                            "object",
                            "chat.completion",
                            "created",
                            1,
                            "model",
                            "stub",
                            "choices",
                            List.of(choice),
                            "usage",
                            Map.of("prompt_tokens", 1, "completion_tokens", 1, "total_tokens", 2)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Config(String url, Duration timeout) implements ModelConfig {
        @Override
        public Optional<String> baseUrl() {
            return Optional.of(url);
        }

        @Override
        public Optional<String> apiKey() {
            return Optional.of("test");
        }

        @Override
        public String model() {
            return "stub";
        }

        @Override
        public int concurrent() {
            return 2;
        }

        @Override
        public int maxTokens() {
            return 200;
        }
    }
}

package dev.yiwen.retrieval.embedding;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.yiwen.retrieval.RetrievalConfig;
import dev.yiwen.retrieval.Workers;
import dev.yiwen.shared.Problem;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddingEndpointTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CONCURRENT = 2;

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    private final Workers workers = new Workers(1, 64, 64);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        workers.close();
    }

    @Test
    void a_question_gets_the_models_direction_and_no_tokens() {
        server.stubFor(embeddings().willReturn(okJson(vectors("[3,0,4]"))));

        var seen = embedder().embed("网速慢").await().atMost(PATIENCE);

        assertThat(seen.sentence()).containsExactly(.6f, 0, .8f);
        assertThat(seen.tokens().count()).isZero();
        server.verify(postRequestedFor(urlEqualTo("/v1/embeddings"))
                .withHeader("Authorization", equalTo("Bearer secret"))
                .withRequestBody(matchingJsonPath("$.model", equalTo("bge-m3")))
                .withRequestBody(matchingJsonPath("$.input[0]", equalTo("网速慢"))));
    }

    static Stream<Named<ResponseDefinitionBuilder>> faults() {
        return Stream.of(
                Named.of("slow", okJson(vectors("[1,0,0]")).withFixedDelay(20_000)),
                Named.of("slow body", okJson(vectors("[1,0,0]")).withChunkedDribbleDelay(20, 20_000)),
                Named.of("busy", aResponse().withStatus(429).withHeader("Retry-After", "30")),
                Named.of("broken", aResponse().withStatus(500)),
                Named.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Named.of("cut", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Named.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Named.of("no JSON", okJson("<html>")),
                Named.of("another shape", okJson("{\"results\":[]}")),
                Named.of("no vector", okJson(vectors())),
                Named.of("of another dimension", okJson(vectors("[1,0]"))),
                Named.of("without a direction", okJson(vectors("[0,0,0]"))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_question_that_the_model_fails_stays_unseen_and_is_asked_again(ResponseDefinitionBuilder fault) {
        server.stubFor(embeddings().willReturn(fault));
        var embedder = embedder();

        // As many as may be under way: each must be given back.
        var unseen = Uni.join()
                .all(embedder.embed("网速慢"), embedder.embed("断网"))
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(unseen).allMatch(Encoder.Encoded::isUnseen);
        server.resetAll();
        server.stubFor(embeddings().willReturn(okJson(vectors("[0,0,2]"))));
        assertThat(embedder.embed("网速慢").await().atMost(PATIENCE).sentence()).containsExactly(0, 0, 1);
    }

    @Test
    void who_asks_while_too_many_are_under_way_does_not_wait() {
        server.stubFor(embeddings().willReturn(okJson(vectors("[1,0,0]")).withFixedDelay(800)));
        var embedder = embedder(Map.of("yiwen.embedding.timeout", "20s"));

        var all = Uni.join()
                .all(IntStream.range(0, 3 * CONCURRENT)
                        .mapToObj(i -> embedder.embed("问题" + i))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(all).filteredOn(it -> !it.isUnseen()).hasSize(CONCURRENT);
    }

    @Test
    void knowledge_waits_for_a_server_that_recovers() {
        server.stubFor(embeddings()
                .inScenario("recovers")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("well"));
        server.stubFor(embeddings()
                .inScenario("recovers")
                .whenScenarioStateIs("well")
                .willReturn(okJson(vectors("[1,0,0]", "[0,1,0]"))));

        var all = embedder().embedAll(List.of("一", "二", "三", "四")).await().atMost(PATIENCE);

        assertThat(all)
                .extracting(it -> List.of(it.sentence()[0], it.sentence()[1]))
                .containsExactly(List.of(1f, 0f), List.of(0f, 1f), List.of(1f, 0f), List.of(0f, 1f));
    }

    @Test
    void knowledge_that_the_model_refuses_for_good_is_refused_with_the_reason() {
        server.stubFor(embeddings().willReturn(okJson(vectors("[1,0]", "[0,1]"))));

        assertThatThrownBy(() -> embedder().embedAll(List.of("一", "二")).await().atMost(PATIENCE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("YIWEN_EMBEDDING_DIMENSION says 3")
                .hasMessageContaining("2 components");
    }

    @Test
    void a_dimension_that_no_index_takes_is_refused() {
        assertThatThrownBy(() -> embedder(Map.of("yiwen.embedding.dimension", "3072")))
                .hasMessageContaining("YIWEN_EMBEDDING_DIMENSION must be 1 to 2000, not 3072");
    }

    private static MappingBuilder embeddings() {
        return post(urlEqualTo("/v1/embeddings"));
    }

    private static String vectors(String... vectors) {
        return IntStream.range(0, vectors.length)
                .mapToObj(i -> "{\"object\":\"embedding\",\"index\":%d,\"embedding\":%s}".formatted(i, vectors[i]))
                .collect(java.util.stream.Collectors.joining(
                        ",",
                        "{\"object\":\"list\",\"model\":\"x\",\"data\":[",
                        "],\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}"));
    }

    private Embedder embedder() {
        return embedder(Map.of());
    }

    private Embedder embedder(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "yiwen.embedding.base-url", "http://127.0.0.1:" + server.port() + "/v1",
                "yiwen.embedding.api-key", "secret",
                "yiwen.embedding.dimension", "3",
                "yiwen.embedding.timeout", "1s",
                "yiwen.embedding.concurrent", String.valueOf(CONCURRENT),
                "yiwen.embedding.batch", "2"));
        settings.putAll(more);
        var config = new SmallRyeConfigBuilder()
                .withMapping(EmbeddingConfig.class)
                .withMapping(RetrievalConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new Embedder(
                workers,
                config.getConfigMapping(RetrievalConfig.class),
                config.getConfigMapping(EmbeddingConfig.class));
    }
}

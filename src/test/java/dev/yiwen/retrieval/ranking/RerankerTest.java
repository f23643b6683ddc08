package dev.yiwen.retrieval.ranking;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.RetrievalConfig;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.retrieval.SearchCache;
import dev.yiwen.retrieval.Workers;
import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.index.Overlays;
import dev.yiwen.retrieval.index.PassageMirror;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product's search with a scoring model behind it that does well or badly. */
@QuarkusTest
class RerankerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String QUESTION = "我的宽带今天网速特别慢，怎么处理";
    private static final int TOP = 5;

    @Inject
    Embedder embedder;

    @Inject
    Workers workers;

    @Inject
    PassageMirror mirror;

    @Inject
    KnowledgeVersion knowledge;

    @Inject
    StarterKnowledge starter;

    @Inject
    RetrievalConfig retrievalConfig;

    @Inject
    ObjectMapper json;

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    @BeforeEach
    void start() {
        Awaitility.await().atMost(PATIENCE).until(starter::settled);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void the_model_has_the_last_word_on_the_first_articles() {
        server.stubFor(rerank().willReturn(okJson(reversed())));
        var own = slugs(ask(search(null)));

        var reranked = slugs(ask(search(endpoint())));

        assertThat(reranked.subList(0, TOP)).isEqualTo(own.subList(0, TOP).reversed());
        assertThat(reranked.subList(TOP, reranked.size())).isEqualTo(own.subList(TOP, own.size()));
        server.verify(postRequestedFor(urlEqualTo("/v1/rerank"))
                .withHeader("Authorization", equalTo("Bearer secret"))
                .withRequestBody(matchingJsonPath("$.model", equalTo("bge-reranker-v2-m3")))
                .withRequestBody(matchingJsonPath("$.top_n", equalTo("5")))
                .withRequestBody(matchingJsonPath("$.documents[4]"))
                .withRequestBody(matchingJsonPath("$.query")));
    }

    static Stream<Named<ResponseDefinitionBuilder>> faults() {
        return Stream.of(
                Named.of("slow", okJson(reversed()).withFixedDelay(20_000)),
                Named.of("slow body", okJson(reversed()).withChunkedDribbleDelay(20, 20_000)),
                Named.of("busy", aResponse().withStatus(429).withHeader("Retry-After", "30")),
                Named.of("broken", aResponse().withStatus(500)),
                Named.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Named.of("cut", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Named.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Named.of("no JSON", okJson("<html>")),
                Named.of("another shape", okJson("{\"data\":[]}")),
                Named.of("too few scores", okJson("{\"results\":[{\"index\":0,\"relevance_score\":1}]}")),
                Named.of("no such document", okJson("{\"results\":[{\"index\":99,\"relevance_score\":1}]}")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_own_order_stands_when_the_model_fails_and_is_not_kept(ResponseDefinitionBuilder fault) {
        server.stubFor(rerank().willReturn(fault));
        var own = ask(search(null));
        var search = search(endpoint());

        var found = ask(search);

        assertThat(slugs(found)).isEqualTo(slugs(own));
        assertThat(found.confidence()).isEqualTo(own.confidence());
        server.resetAll();
        server.stubFor(rerank().willReturn(okJson(reversed())));
        // A worker that the server keeps waiting is given back when the time is up.
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(slugs(ask(search))).isNotEqualTo(slugs(own)));
        int asked = server.getAllServeEvents().size();
        ask(search);
        assertThat(server.getAllServeEvents()).hasSize(asked);
    }

    @Test
    void a_server_that_is_not_there_costs_nothing_but_its_order() {
        var search = search(endpoint());
        var own = ask(search(null));
        server.stop();

        assertThat(slugs(ask(search))).isEqualTo(slugs(own));
    }

    private static MappingBuilder rerank() {
        return post(urlEqualTo("/v1/rerank"));
    }

    /** The later, the better. */
    private static String reversed() {
        return IntStream.range(0, TOP)
                .mapToObj(i -> "{\"index\":%d,\"relevance_score\":0.%d}".formatted(i, i))
                .collect(Collectors.joining(",", "{\"model\":\"x\",\"results\":[", "],\"usage\":{}}"));
    }

    private Retrieval search(@Nullable ScoringModel model) {
        return new Retrieval(
                new Retrieval.Models(embedder, new Reranker(config(), model)),
                workers,
                new Retrieval.Indexed(mirror, new Overlays(mirror, embedder, retrievalConfig)),
                new SearchCache(knowledge, retrievalConfig),
                retrievalConfig);
    }

    private ScoringModel endpoint() {
        return new RerankEndpoint(config(), json);
    }

    private RerankConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(RerankConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "yiwen.rerank.url",
                                "http://127.0.0.1:" + server.port() + "/v1/rerank",
                                "yiwen.rerank.api-key",
                                "secret",
                                "yiwen.rerank.top",
                                String.valueOf(TOP),
                                "yiwen.rerank.timeout",
                                "2s"),
                        "test",
                        100))
                .build()
                .getConfigMapping(RerankConfig.class);
    }

    private static Retrieved ask(Retrieval search) {
        return search.search(QUESTION, Set.of(Audience.CUSTOMER), 10).await().atMost(PATIENCE);
    }

    private static List<String> slugs(Retrieved found) {
        return found.candidates().stream().map(Candidate::slug).toList();
    }
}

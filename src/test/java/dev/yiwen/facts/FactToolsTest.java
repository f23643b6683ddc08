package dev.yiwen.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.yiwen.command.operator.InventedOperator;
import dev.yiwen.command.operator.OperatorServer;
import dev.yiwen.facts.rest.OperatorConnector;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As a chat model would use them, over real HTTP. */
@SuppressWarnings("NullAway.Init")
public final class FactToolsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String USED_UP = "tel:+8613800138003";

    private Vertx vertx;
    private OperatorServer operator;
    private FactTools tools;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        operator = new OperatorServer(0, null, new InventedOperator(Clock.systemUTC()));
        tools = tools(operator.url());
    }

    @AfterEach
    void stop() {
        operator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_model_is_offered_what_there_is_but_never_whom_to_ask_for() {
        assertThat(tools.specifications(USED_UP))
                .extracting(ToolSpecification::name)
                .containsExactly("bill", "data-left", "line-state", "stations-near", "outages-in-area");
        assertThat(tools.specifications(USED_UP)).allSatisfy(it -> {
            assertThat(it.description()).isNotBlank();
            assertThat(it.parameters().properties()).doesNotContainKey("customer");
        });
        assertThat(tools.specifications(null))
                .extracting(ToolSpecification::name)
                .containsExactly("stations-near", "outages-in-area");
        assertThat(tools("").specifications(USED_UP)).isEmpty();
    }

    @Test
    void it_gets_the_figures_of_the_customer_it_talks_to_whomever_it_names() {
        assertThat(answer("data-left", "{}", USED_UP)).contains("已降速");
        assertThat(answer("data-left", "{\"customer\":\"tel:+8613800138009\"}", USED_UP))
                .contains("已降速");
        assertThat(answer("data-left", "{\"customer\":\"tel:+8613800138009\"}", null))
                .isEqualTo("没有这个工具。");
        assertThat(answer("customer", "{}", USED_UP)).isEqualTo("没有这个工具。");
    }

    @Test
    void it_asks_for_an_area_in_the_customers_words() {
        assertThat(answer("outages-in-area", "{\"area\":\"城西那边\"}", null)).contains("光缆中断");
    }

    @Test
    void it_is_told_what_cannot_be_had() {
        assertThat(answer("data-left", "not json", "tel:+8613800138006")).isEqualTo("系统里没有。");
        operator.faults(Duration.ZERO, true);
        assertThat(answer("bill", "{}", USED_UP)).isEqualTo("现在查不到。");
    }

    private FactTools tools(String url) {
        return tools(vertx, url, "patience=20s");
    }

    /** Which ask there, with the patience that is usual. */
    public static FactTools tools(Vertx vertx, String url, String... settings) {
        var config = FactsSettings.of(url, settings);
        return new FactTools(new LiveFacts(new OperatorConnector(vertx, config), new FactCatalogue(), config));
    }

    private String answer(String tool, String arguments, @Nullable String customer) {
        var request = ToolExecutionRequest.builder()
                .id("1")
                .name(tool)
                .arguments(arguments)
                .build();
        return tools.execute(request, customer).await().atMost(LONG).text();
    }
}

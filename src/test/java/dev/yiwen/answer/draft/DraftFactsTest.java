package dev.yiwen.answer.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.command.operator.InventedOperator;
import dev.yiwen.command.operator.OperatorServer;
import dev.yiwen.facts.FactTools;
import dev.yiwen.facts.FactToolsTest;
import dev.yiwen.knowledge.Article;
import dev.yiwen.llm.ChatStub;
import dev.yiwen.promise.PromiseCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that looks live facts up, well and badly behaved, and an operator's systems, over real HTTP. */
@SuppressWarnings("NullAway.Init")
final class DraftFactsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String USED_UP = "tel:+8613800138003";
    private static final Article ARTICLE = Written.article("流量怎么查", """
            在云桥 App 首页可以看剩余流量。

            流量用完后降速，不另外扣费。""");

    private final ChatStub stub = new ChatStub();
    private Vertx vertx;
    private OperatorServer operator;
    private FactTools tools;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        operator = new OperatorServer(0, null, new InventedOperator(Clock.systemUTC()));
        tools = FactToolsTest.tools(vertx, operator.url());
    }

    @AfterEach
    void stop() {
        stub.close();
        operator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_sentence_may_rest_on_what_the_model_looked_up_of_the_customer() {
        stub.then(asking("data-left", "{}")).then(ChatStub.saying("您的剩余流量已用完，已降速[3]。流量用完后降速，不另外扣费[2]。"));

        var answer = draft(USED_UP);

        assertThat(drafting(answer).looked()).singleElement().satisfies(it -> {
            assertThat(it.fact()).isEqualTo("data-left");
            assertThat(it.passage()).isEqualTo(3);
            assertThat(it.words()).contains("用完，已降速");
        });
        assertThat(answer.text()).contains("已降速").contains("不另外扣费");
        assertThat(stub.asked().getLast()).contains("[3] ").contains("tool_call_id");
    }

    @Test
    void a_figure_that_no_system_said_is_not_passed_on() {
        stub.then(asking("data-left", "{}")).then(ChatStub.saying("您的流量还剩 77GB[3]。流量用完后降速，不另外扣费[2]。"));

        assertThat(Optional.ofNullable(draft(USED_UP).text()).orElse("")).doesNotContain("77");
    }

    @Test
    void whomever_the_model_names_it_is_told_of_the_customer_it_talks_to() {
        stub.then(asking("data-left", "{\"customer\":\"tel:+8613800138009\"}"))
                .then(ChatStub.saying("流量用完后降速，不另外扣费[2]。"));

        assertThat(drafting(draft(USED_UP)).looked())
                .singleElement()
                .satisfies(it -> assertThat(it.words()).contains("用完，已降速"));
        assertThat(stub.asked().getFirst()).doesNotContain("13800138003");
    }

    @Test
    void without_a_customer_it_is_offered_nothing() {
        stub.says("流量用完后降速，不另外扣费[2]。");

        assertThat(draft(null).text()).isEqualTo("流量用完后降速，不另外扣费。");
        assertThat(stub.asked().getFirst()).doesNotContain("\"tools\"").doesNotContain("data-left");
    }

    @Test
    void a_model_that_only_looks_things_up_is_stopped() {
        stub.now(asking("data-left", "{}"));

        var answer = draft(USED_UP);

        assertThat(answer.text()).isNull();
        assertThat(drafting(answer).outcome()).isEqualTo("ONLY_TOOLS");
        assertThat(stub.calls()).as("two rounds, and one without tools").isEqualTo(3);
        assertThat(stub.asked().getLast()).doesNotContain("\"tools\"");
    }

    @Test
    void broken_systems_unknown_tools_and_garbled_arguments_end_in_words() {
        operator.faults(Duration.ZERO, true);
        stub.then(asking("data-left", "{{{"))
                .then(asking("whatever", "[1]"))
                .then(ChatStub.saying("流量用完后降速，不另外扣费[2]。"));

        var answer = draft(USED_UP);

        assertThat(answer.text()).isEqualTo("流量用完后降速，不另外扣费。");
        assertThat(drafting(answer).looked()).extracting(Drafting.Looked::words).containsExactly("现在查不到。", "没有这个工具。");
        assertThat(drafting(answer).looked())
                .allSatisfy(it -> assertThat(it.passage()).isNull());
    }

    @Test
    void a_slow_system_is_not_waited_for() {
        operator.faults(Duration.ofSeconds(30), false);
        stub.then(asking("data-left", "{}")).then(ChatStub.saying("流量用完后降速，不另外扣费[2]。"));

        var answer = draft(USED_UP);

        assertThat(answer.text()).isEqualTo("流量用完后降速，不另外扣费。");
        assertThat(drafting(answer).looked()).extracting(Drafting.Looked::words).containsExactly("现在还没有取到。");
    }

    private static ChatStub.Behaviour asking(String tool, String arguments) {
        return stream -> {
            stream.begin();
            stream.tool("call-1", tool, arguments);
            stream.end("tool_calls");
        };
    }

    private Drafts.Answer draft(@Nullable String customer) {
        return new Drafts(
                        stub.model("first-text=30s", "timeout=50s", "retries=0"),
                        (article, said, asked) -> PromiseCheck.against(article, said, asked, term -> 3),
                        new DraftFacts(tools, conversation -> Uni.createFrom().item(Optional.ofNullable(customer))),
                        (asked, text) -> {})
                .of(ARTICLE, "我流量还有多少", Written.message("我流量还有多少"))
                .await()
                .atMost(LONG);
    }

    private static Drafting drafting(Drafts.Answer answer) {
        return Objects.requireNonNull(answer.drafting());
    }
}

package dev.yiwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.audit.Erasure;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.llm.Redaction;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RedactionsTest {
    @Inject
    Redactions redactions;

    @Inject
    Conversations conversations;

    @Inject
    Erasure erasure;

    @Inject
    Scene scene;

    @Inject
    People people;

    @Inject
    Vertx vertx;

    private CustomerId customer;
    private ConversationId id;

    @BeforeEach
    void a_customer_said_who_they_are() {
        customer = people.visitor();
        id = conversations
                .openOrResume(customer, Channel.WEB)
                .await()
                .indefinitely()
                .id();
        scene.customerSaid(id, "我叫王小丽，电话13812345678");
    }

    @Test
    void a_value_keeps_its_token_while_the_conversation_goes_on() {
        assertThat(tokens().valueOf("[手机号1]")).contains("13812345678");

        scene.customerSaid(id, "换一个电话13987654321，刚才是138 1234 5678");

        assertThat(tokens().masked("13812345678和13987654321")).isEqualTo("[手机号1]和[手机号2]");
        assertThat(tokens().valueOf("[姓名1]")).contains("王小丽");
    }

    @Test
    void what_only_a_trace_or_a_prompt_holds_is_not_kept() {
        assertThat(tokens().masked("电话13711112222")).isEqualTo("电话[手机号2]");

        scene.customerSaid(id, "还有13987654321");

        assertThat(tokens().valueOf("[手机号2]")).contains("13987654321");
    }

    @Test
    void reads_on_a_worker_and_is_in_the_metrics() {
        var onEventLoop = Uni.createFrom()
                .voidItem()
                .emitOn(task -> vertx.getDelegate().getOrCreateContext().runOnContext(it -> task.run()))
                .chain(() -> redactions.of(id, ""))
                .map(it -> Context.isOnEventLoopThread())
                .await()
                .indefinitely();

        assertThat(onEventLoop).isFalse();
        // Hits and misses are counted apart.
        var gets = Metrics.globalRegistry.find("cache.gets").tag("cache", "redactions").functionCounters().stream();
        assertThat(gets.mapToDouble(FunctionCounter::count).sum()).isPositive();
    }

    @Test
    void an_erasure_empties_what_is_kept() {
        assertThat(tokens().valueOf("[手机号1]")).isPresent();

        erasure.erase(customer.value(), null).await().indefinitely();

        await().untilAsserted(() -> assertThat(tokens().valueOf("[手机号1]")).isEmpty());
    }

    private Redaction tokens() {
        return redactions.of(id, "").await().indefinitely();
    }
}

package dev.yiwen.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Over real HTTP, against a server that speaks the streaming protocol. */
final class LanguageModelTest {
    private static final String GOOD = "补卡收取 10 元。";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ChatStub stub = new ChatStub();
    private final StringBuffer heard = new StringBuffer();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void passes_on_what_is_written_and_what_it_took() {
        stub.says(GOOD);

        var reply = ask(stub.model());

        assertThat(heard).hasToString(GOOD);
        assertThat(reply).isInstanceOfSatisfying(Reply.Whole.class, whole -> {
            assertThat(whole.usage().prompt()).isEqualTo(300);
            assertThat(whole.usage().reply()).isEqualTo(40);
            assertThat(whole.usage().counted()).isTrue();
            assertThat(whole.usage().firstTextMs()).isPositive();
        });
    }

    @Test
    void passes_on_the_beginning_before_the_end_is_written() {
        stub.now(stream -> {
            stream.begin();
            stream.part("补卡");
            stream.hang();
        });

        var reply = stub.model("first-text=50s", "timeout=60s")
                .write(prompt(), heard::append)
                .subscribeAsCompletionStage();

        await().atMost(LONG).untilAsserted(() -> assertThat(heard).hasToString("补卡"));
        assertThat(reply).isNotDone();
    }

    @Test
    void estimates_tokens_when_the_server_does_not_count() {
        stub.now(stream -> {
            stream.begin();
            stream.parts(GOOD);
            stream.endWithoutUsage("stop");
        });

        assertThat(ask(stub.model()).usage()).satisfies(usage -> {
            assertThat(usage.counted()).isFalse();
            assertThat(usage.reply()).isBetween(4L, 20L);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void tells_what_went_wrong(Fault fault, String what, ChatStub.Behaviour behaviour) {
        stub.now(behaviour);

        var reply = ask(stub.model("first-text=1500ms", "timeout=3s", "retries=0", "max-tokens=100"));

        assertThat(fault(reply)).as(what).isEqualTo(fault);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                example(Fault.SLOW_START, "silence", ChatStub.Stream::hang),
                example(Fault.SLOW_START, "headers, then silence", stream -> {
                    stream.begin();
                    stream.hang();
                }),
                example(Fault.SLOW, "stops in the middle", stream -> {
                    stream.begin();
                    stream.part("补卡");
                    stream.hang();
                }),
                example(Fault.SLOW, "drips", stream -> {
                    stream.begin();
                    for (int i = 0; i < 60; i++) {
                        stream.part("补");
                        Thread.sleep(200);
                    }
                }),
                example(Fault.BUSY, "429", ChatStub.status(429)),
                example(Fault.BROKEN, "500", ChatStub.status(500)),
                example(Fault.REJECTED, "401", ChatStub.status(401)),
                example(Fault.CUT, "connection cut in the middle", stream -> {
                    stream.begin();
                    stream.parts(GOOD);
                    stream.cut();
                }),
                example(Fault.CUT, "ends without saying so", stream -> {
                    stream.begin();
                    stream.parts(GOOD);
                }),
                example(Fault.UNREADABLE, "no JSON", stream -> {
                    stream.begin();
                    stream.raw("data: {\"choices\": [oops\n\n");
                    stream.hang();
                }),
                example(Fault.EMPTY, "other JSON", stream -> {
                    stream.begin();
                    stream.raw("data: {\"error\":{\"message\":\"overloaded\"}}\n\ndata: [DONE]\n\n");
                }),
                example(Fault.EMPTY, "nothing", stream -> {
                    stream.begin();
                    stream.end("stop");
                }),
                example(Fault.EMPTY, "blanks", stream -> {
                    stream.begin();
                    stream.parts("  \n ");
                    stream.end("stop");
                }),
                example(Fault.UNREADABLE, "a page of a proxy", stream -> {
                    stream.begin("text/html");
                    stream.raw("<html>proxy</html>");
                }),
                example(Fault.TOO_LONG, "cut at its length", stream -> {
                    stream.begin();
                    stream.parts(GOOD);
                    stream.end("length");
                }),
                example(Fault.TOO_LONG, "endless", stream -> {
                    stream.begin();
                    while (true) {
                        stream.part("补卡收取十元补卡收取十元补卡收取十元");
                    }
                }),
                example(Fault.TOO_LONG, "an endless line", stream -> {
                    stream.begin();
                    while (true) {
                        stream.raw("x".repeat(10_000));
                    }
                }));
    }

    private static Arguments example(Fault fault, String what, ChatStub.Behaviour behaviour) {
        return Arguments.of(fault, what, behaviour);
    }

    @Test
    void says_that_nobody_listens() {
        var address = stub.baseUrl();
        stub.close();

        assertThat(fault(ask(stub.model("base-url=" + address, "retries=0")))).isEqualTo(Fault.UNREACHABLE);
    }

    @Test
    void asks_again_when_the_server_was_busy_or_broken() {
        stub.then(ChatStub.status(429)).then(ChatStub.status(503)).then(ChatStub.saying(GOOD));

        var reply = ask(stub.model("retry-delay=10ms"));

        assertThat(reply).isInstanceOf(Reply.Whole.class);
        assertThat(reply.usage().attempts()).isEqualTo(3);
    }

    @Test
    void waits_as_long_as_the_server_asks() {
        stub.then(ChatStub.status(429, "Retry-After", "1")).then(ChatStub.saying(GOOD));

        var reply = ask(stub.model("retry-delay=1ms"));

        assertThat(reply).isInstanceOf(Reply.Whole.class);
        assertThat(reply.usage().totalMs()).isGreaterThan(1000);
    }

    @Test
    void does_not_ask_again_when_the_server_asks_for_more_than_customers_wait() {
        stub.then(ChatStub.status(429, "Retry-After", "30")).then(ChatStub.saying(GOOD));

        assertThat(fault(ask(stub.model()))).isEqualTo(Fault.BUSY);
        assertThat(stub.calls()).isEqualTo(1);
    }

    @Test
    void does_not_ask_again_once_something_was_written() {
        stub.now(stream -> {
            stream.begin();
            stream.part("补卡");
            stream.cut();
        });

        assertThat(fault(ask(stub.model()))).isEqualTo(Fault.CUT);
        assertThat(stub.calls()).isEqualTo(1);
    }

    @Test
    void leaves_a_failing_server_alone_and_comes_back_when_it_is_well() {
        var model = stub.model("retries=0", "breaker.calls=4", "breaker.pause=300ms");
        stub.now(ChatStub.status(500));
        IntStream.range(0, 4).forEach(i -> ask(model));

        assertThat(fault(ask(model))).isEqualTo(Fault.PAUSED);
        assertThat(stub.calls()).isEqualTo(4);

        stub.says(GOOD);
        await().atMost(LONG).untilAsserted(() -> assertThat(ask(model)).isInstanceOf(Reply.Whole.class));
    }

    @Test
    void takes_no_more_calls_than_the_server_can() {
        stub.now(ChatStub.Stream::hang);
        var model = stub.model("concurrent=2", "first-text=20s", "timeout=30s");
        List<CompletableFuture<Reply>> underWay = new ArrayList<>();
        // Two are served and one waits.
        for (int i = 0; i < 3; i++) {
            underWay.add(model.write(prompt(), heard::append).subscribeAsCompletionStage());
        }

        assertThat(fault(ask(model))).isEqualTo(Fault.CROWDED);
        assertThat(underWay).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void sends_no_personal_data() {
        stub.says(GOOD);

        stub.model()
                .write(new Prompt(UUID.randomUUID(), "规则", Redaction.of("我是13812345678，补卡多少钱")), heard::append)
                .await()
                .atMost(LONG);

        assertThat(stub.asked().getFirst()).doesNotContain("13812345678").contains("[手机号1]");
    }

    private Reply ask(LanguageModel model) {
        return model.write(prompt(), heard::append).await().atMost(LONG);
    }

    private static Prompt prompt() {
        return new Prompt(UUID.randomUUID(), "规则", Redaction.of("补卡多少钱"));
    }

    private static Fault fault(Reply reply) {
        return ((Reply.Broken) reply).fault();
    }
}

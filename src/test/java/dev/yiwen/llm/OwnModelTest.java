package dev.yiwen.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model of who builds the application, in place of the configured one. */
final class OwnModelTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ChatStub stub = new ChatStub();
    private final StringBuffer heard = new StringBuffer();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        stub.close();
    }

    @Test
    void is_asked_in_place_of_the_configured_one_and_gets_no_personal_data() {
        var asked = new AtomicReference<@Nullable ChatRequest>();
        var reply = ask((request, handler) -> {
            asked.set(request);
            handler.onPartialResponse("补卡收取");
            handler.onPartialResponse(" 10 元。");
            handler.onCompleteResponse(ChatResponse.builder()
                    .aiMessage(AiMessage.from("补卡收取 10 元。"))
                    .build());
        });

        assertThat(reply).isInstanceOf(Reply.Whole.class);
        assertThat(heard).hasToString("补卡收取 10 元。");
        assertThat(((UserMessage) Objects.requireNonNull(asked.get()).messages().getLast()).singleText())
                .doesNotContain("13812345678");
        assertThat(stub.asked()).isEmpty();
    }

    @Test
    void is_given_up_within_the_same_patience_when_it_blocks() {
        var reply = ask((request, handler) -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Broken.class, it -> assertThat(it.fault()).isEqualTo(Fault.SLOW_START));
    }

    @Test
    void what_it_throws_is_a_broken_reply() {
        var reply = ask((request, handler) -> {
            throw new IllegalStateException("no");
        });

        assertThat(reply).isInstanceOf(Reply.Broken.class);
    }

    /** What a model does with a request. */
    private interface Behaviour {
        void answer(ChatRequest request, StreamingChatResponseHandler handler);
    }

    private Reply ask(Behaviour behaviour) {
        var own = new StreamingChatModel() {
            @Override
            public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
                behaviour.answer(request, handler);
            }
        };
        return stub.model(own, "first-text=1s", "timeout=3s", "retries=0")
                .write(new Prompt(UUID.randomUUID(), "你是客服。", Redaction.of("我的号码13812345678怎么补卡")), heard::append)
                .await()
                .atMost(LONG);
    }
}

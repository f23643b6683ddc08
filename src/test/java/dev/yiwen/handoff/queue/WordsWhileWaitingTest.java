package dev.yiwen.handoff.queue;

import static dev.yiwen.handoff.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said in the queue counts as if it had been said before it. */
@QuarkusTest
class WordsWhileWaitingTest {
    @Inject
    Scene scene;

    @Inject
    Conversations conversations;

    @Inject
    AgentQueue queue;

    @BeforeEach
    void nobody_waits() {
        scene.startsEmpty();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void a_complaint_raises_the_place() {
        scene.waiting(Code.WISH_FOR_HUMAN);
        var complains = scene.waiting(Code.WISH_FOR_HUMAN);
        assertThat(place(complains.id())).isEqualTo(2);

        says(complains.id(), "你们再不处理我就去12315投诉你们");

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(reason(complains.id())).isEqualTo(Code.LEGAL_OR_COMPLAINT);
            assertThat(place(complains.id())).isEqualTo(1);
        });
    }

    @Test
    void anger_raises_the_place() {
        scene.waiting(Code.WISH_FOR_HUMAN);
        var angry = scene.waiting(Code.WISH_FOR_HUMAN);

        says(angry.id(), "等了半天没人理，你们是骗子公司，垃圾，滚");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(place(angry.id())).isEqualTo(1));
    }

    @Test
    void a_lesser_reason_lowers_nothing() {
        var complained = scene.waiting(Code.LEGAL_OR_COMPLAINT);
        var other = scene.waiting(Code.WISH_FOR_HUMAN);

        says(complained.id(), "转人工");
        says(other.id(), "你们再不处理我就去12315投诉你们");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(reason(other.id())).isEqualTo(Code.LEGAL_OR_COMPLAINT));
        assertThat(reason(complained.id())).isEqualTo(Code.LEGAL_OR_COMPLAINT);
        assertThat(place(complained.id())).isEqualTo(1);
    }

    private void says(ConversationId id, String words) {
        await(conversations.appendFromCustomer(id, UUID.randomUUID().toString(), words));
    }

    private int place(ConversationId id) {
        return await(queue.place(id)).position();
    }

    private Code reason(ConversationId id) {
        return ((Owner.Queue) scene.now(id).owner()).reason().code();
    }
}

package dev.yiwen.handoff.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.WithModel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.llm.ChatStub;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The packet of an installation with a chat model. */
@QuarkusTest
@TestProfile(WithModel.class)
class ModelPacketTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    Packets packets;

    @Inject
    People people;

    @Inject
    Scene scene;

    @SuppressWarnings("NullAway.Init")
    ChatStub stub;

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void what_the_model_wrote_and_the_transcript_bears_out_takes_the_place_of_the_extract() {
        stub.says("摘要：话费多扣了58元，要退[1]\n摘要：多扣了99元[1]\n开场：您好，多扣话费的事让您费心了，我来接着为您查。");

        var waiting = handedOff("我上个月的话费多扣了58元，要退给我");

        await().atMost(LONG).until(() -> packetOf(waiting).summary().contains("话费多扣了58元，要退"));
        assertThat(packetOf(waiting).summary()).containsExactly("话费多扣了58元，要退");
        assertThat(packetOf(waiting).firstSentence()).isEqualTo("您好，多扣话费的事让您费心了，我来接着为您查。");
    }

    @Test
    void the_extract_stays_when_nothing_is_borne_out() {
        stub.says("摘要：客户威胁要炸掉营业厅[1]");

        var waiting = handedOff("我上个月的话费多扣了58元");

        await().atMost(LONG).until(() -> stub.asked().stream().anyMatch(it -> it.contains("话费多扣了58元")));
        assertThat(packetOf(waiting).summary()).containsExactly("我上个月的话费多扣了58元");
    }

    private Conversation handedOff(String said) {
        var conversation = scene.withBot(people.visitor());
        scene.customerSaid(conversation.id(), said);
        return scene.askForHuman(conversation, Code.STRONG_EMOTION);
    }

    private ContextPacket packetOf(Conversation conversation) {
        return packets.of(conversation).await().indefinitely();
    }
}

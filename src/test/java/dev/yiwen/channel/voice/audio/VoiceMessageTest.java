package dev.yiwen.channel.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.FileMessages;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.People;
import dev.yiwen.file.FileId;
import dev.yiwen.file.FileSize;
import dev.yiwen.file.sound.AmrVoice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A voice as WeChat sends it, from its bytes to the bot's answer; the converter is a stand-in that gives a tone and silence. */
@QuarkusTest
@TestProfile(VoiceMessageTest.WithConverter.class)
@NullUnmarked
class VoiceMessageTest {
    private static final int RATE = 16_000;

    public static final class WithConverter implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var folder = Files.createTempDirectory("yiwen-test-sound");
                Files.write(folder.resolve("tone"), tone());
                var script = Files.writeString(
                        folder.resolve("ffmpeg"), "#!/bin/sh\nexec cat '" + folder.resolve("tone") + "'\n");
                Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
                return Map.of("yiwen.sound.converter", script.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] tone() {
            var samples = ByteBuffer.allocate(3 * RATE * 2).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < 3 * RATE; i++) {
                boolean spoken = i > RATE / 2 && i < 2 * RATE;
                samples.putShort((short) (spoken ? 8000 * Math.sin(i * 2 * Math.PI * 440 / RATE) : 0));
            }
            return samples.array();
        }
    }

    @Inject
    Vertx vertx;

    @Inject
    Conversations conversations;

    @Inject
    FileMessages files;

    @Inject
    People people;

    @Test
    void what_is_recognised_is_answered_as_if_it_was_typed() {
        try (var recogniser = new StubRecogniser(vertx, "你是真人吗")) {
            recogniser.hearCalls();
            var conversation = open();

            var message = send(conversation, "v1", null);

            assertThat(message.body().text()).isEqualTo("你是真人吗。");
            assertThat(((Body.Text) message.body()).file()).satisfies(it -> {
                assertThat(it.words()).isEqualTo("你是真人吗。");
                assertThat(it.mediaType()).isEqualTo("audio/amr");
                assertThat(it.seconds()).isEqualTo(3);
            });
            assertThat(reply(conversation).text()).contains("不是真人");
            assertThat(files.botReads()).contains("voice");
        }
    }

    @Test
    void what_wechat_itself_recognised_is_taken() {
        var conversation = open();

        assertThat(send(conversation, "v1", "转人工").body().text()).isEqualTo("转人工");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> now(conversations.load(conversation.id())).owner() instanceof Owner.Queue);
    }

    @Test
    void without_a_recogniser_the_bot_offers_a_person_kindly() {
        var conversation = open();

        assertThat(send(conversation, "v1", null).body().text()).isEqualTo("[语音] 3 秒");

        var clarify = (Body.Clarify) reply(conversation);
        assertThat(clarify.text()).contains("没能听出内容");
        assertThat(clarify.options()).containsExactly("转人工");
    }

    @Test
    void a_recogniser_that_hangs_up_loses_no_voice() {
        try (var recogniser = new StubRecogniser(vertx)) {
            recogniser.refuse(true);
            recogniser.hearCalls();
            var conversation = open();

            assertThat(send(conversation, "v1", null).body().text()).isEqualTo("[语音] 3 秒");
            assertThat(reply(conversation).text()).contains("没能听出内容");
        }
    }

    @Test
    void the_voice_is_kept_as_it_came_and_played_as_browsers_play() {
        var conversation = open();
        var file = ((Body.Text) send(conversation, "v1", null).body()).file();
        var id = new FileId(file.id().value());

        assertThat(now(files.open(conversation.id(), id, FileSize.ORIGINAL)).content())
                .isEqualTo(AmrVoice.seconds(3));
        var played = now(files.open(conversation.id(), id, FileSize.PREVIEW));
        assertThat(played.file().mediaType()).isEqualTo("audio/vnd.wave");
        assertThat(new String(played.content(), 0, 4)).isEqualTo("RIFF");
        assertThat(now(files.open(conversation.id(), id, FileSize.PREVIEW)).content())
                .isEqualTo(played.content());
    }

    private Message send(Conversation conversation, String as, String words) {
        return now(files.keepFromCustomer(
                conversation.id(),
                Channel.WECHAT,
                new FileMessages.Sent(as, "语音.amr", AmrVoice.seconds(3), 3, words),
                true));
    }

    private Conversation open() {
        return now(conversations.openOrResume(people.customer(), Channel.WECHAT));
    }

    private Body reply(Conversation conversation) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> messages(conversation), it -> it.size() >= 2)
                .get(1)
                .body();
    }

    private List<Message> messages(Conversation conversation) {
        return now(conversations.messagesAfter(conversation.id(), 0, 100));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}

package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.SpokenOrder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said on a call, as it is recognised: early, late, twice, corrected. */
@QuarkusTest
class CallWordsTest {
    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "yiwen.voice.token")
    String token;

    @Inject
    Conversations conversations;

    @Inject
    Delivery delivery;

    private PhoneLine line;

    @BeforeEach
    @SuppressWarnings("NullAway") // Quarkus fills the fields before it.
    void connect() {
        line = PhoneLine.open(base, token);
    }

    @AfterEach
    void hangUp() {
        line.close();
    }

    @Test
    void final_words_become_messages_of_their_speakers() {
        var call = conversation(line.ring());
        line.say("u1", "customer", "我的宽带断了");
        line.say("u2", "agent", "我帮您看看");

        assertThat(messages(call))
                .extracting(it ->
                        it.author().getClass().getSimpleName() + " " + it.body().text())
                .containsExactly("Customer 我的宽带断了", "Agent 我帮您看看");
    }

    @Test
    void an_utterance_that_is_sent_twice_is_stored_once() {
        var call = conversation(line.ring());
        var first = line.say("u1", "customer", "我的宽带断了");
        var second = line.say("u1", "customer", "我的宽带断了");

        assertThat(second.path("seq")).isEqualTo(first.path("seq"));
        assertThat(messages(call)).hasSize(1);
    }

    @Test
    void without_an_id_the_time_and_the_speaker_tell_utterances_apart() {
        var call = conversation(line.ring());
        for (var times = 0; times < 2; times++) {
            line.transcript(Map.of("speaker", "customer", "text", "在吗", "final", true, "at", "2026-11-22 10:00:00"));
            line.next();
        }
        line.transcript(Map.of("speaker", "customer", "text", "在吗", "final", true, "at", 1));
        line.next();

        assertThat(messages(call)).hasSize(2);
    }

    @Test
    void partial_words_are_shown_and_not_stored() throws InterruptedException {
        var call = conversation(line.ring());
        var seen = new LinkedBlockingQueue<Ephemeral>();
        try (var watch = delivery.watch(call.id(), 0, message -> {}, owner -> {}, seen::add)) {
            line.transcript(Map.of("speaker", "customer", "text", "我的宽", "final", false, "utteranceId", "u1"));

            assertThat(seen.poll(5, TimeUnit.SECONDS))
                    .isEqualTo(new Ephemeral.PartialUtterance(new Author.Customer(), "CUSTOMER:u1", "我的宽"));
            assertThat(messages(call)).isEmpty();
        }
    }

    @Test
    void words_that_are_recognised_after_the_end_are_kept() {
        var call = conversation(line.ring());
        line.end();

        assertThat(line.say("u9", "customer", "那我等师傅电话").path("type").asText()).isEqualTo("ack");

        assertThat(messages(call)).extracting(it -> it.body().text()).containsExactly("那我等师傅电话");
        assertThat(conversation(line.ring()).owner()).isInstanceOf(Owner.Nobody.class);
    }

    @Test
    void both_sides_may_number_their_utterances_alike() {
        var call = conversation(line.ring());
        line.say("u1", "customer", "我的宽带断了");
        line.say("u1", "agent", "我帮您看看");

        assertThat(messages(call)).extracting(it -> it.body().text()).containsExactly("我的宽带断了", "我帮您看看");
    }

    @Test
    void corrected_words_replace_the_first_and_watchers_are_told() throws InterruptedException {
        var call = conversation(line.ring());
        var first = line.say("u1", "customer", "我的宽带坏了");
        var seen = new LinkedBlockingQueue<Ephemeral>();
        try (var watch = delivery.watch(call.id(), 0, message -> {}, owner -> {}, seen::add)) {
            var second = line.say("u1", "customer", "我的宽带断了三天");

            assertThat(second.path("seq")).isEqualTo(first.path("seq"));
            assertThat(seen.poll(5, TimeUnit.SECONDS))
                    .isEqualTo(new Ephemeral.Corrected(first.path("seq").asLong(), "我的宽带断了三天"));
        }
        assertThat(messages(call)).extracting(it -> it.body().text()).containsExactly("我的宽带断了三天");
        assertThat(conversations.upTo(messages(call).getLast(), 10).await().indefinitely())
                .extracting(it -> it.body().text())
                .contains("我的宽带断了三天");
    }

    @Test
    void late_words_are_read_where_they_were_said() {
        var call = conversation(line.ring());
        line.say("u1", "customer", "第一句", 1500);
        line.say("u3", "customer", "第三句", 5000);
        line.say("u1", "agent", "坐席的话", 1600);
        line.say("u2", "customer", "第二句", 3000);
        line.end();
        line.say("u4", "customer", "第四句", 9500);

        assertThat(SpokenOrder.of(
                        conversations.messagesAfter(call.id(), 0, 100).await().indefinitely()))
                .filteredOn(it -> !(it.author() instanceof Author.System))
                .extracting(it -> it.body().text())
                .containsExactly("第一句", "坐席的话", "第二句", "第三句", "第四句");
    }

    @Test
    void words_of_one_moment_without_ids_are_both_kept() {
        var call = conversation(line.ring());
        for (var text : List.of("同一时刻甲", "同一时刻乙", "同一时刻乙")) {
            line.transcript(Map.of("speaker", "customer", "text", text, "final", true, "at", 9));
            line.next();
        }

        assertThat(messages(call)).extracting(it -> it.body().text()).containsExactly("同一时刻甲", "同一时刻乙");
    }

    @Test
    void words_without_end_are_too_large() {
        line.ring();

        assertThat(line.say("u1", "customer", "长".repeat(2001)).path("code").asText())
                .isEqualTo("too-large");
    }

    private Conversation conversation(JsonNode ack) {
        var id = ConversationId.of(UUID.fromString(ack.path("conversationId").asText()));
        return conversations.load(id).await().indefinitely();
    }

    private List<Message> messages(Conversation call) {
        return conversations.messagesAfter(call.id(), 0, 100).await().indefinitely().stream()
                .filter(it -> !(it.author() instanceof Author.System))
                .toList();
    }
}

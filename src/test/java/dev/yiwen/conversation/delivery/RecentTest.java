package dev.yiwen.conversation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.NewMessage;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.store.Transcript.Appended;
import dev.yiwen.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final ConversationId id = ConversationId.of(UUID.randomUUID());
    private final Recent recent = new Recent();

    @Test
    void gives_what_was_committed_here_without_a_gap() {
        add(1, 2, 3, 4);
        assertThat(seqs(recent.between(id, 1, 3))).containsExactly(2L, 3L);
    }

    @Test
    void gives_nothing_when_a_message_of_another_instance_is_missing() {
        add(1, 2, 4, 5);
        assertThat(recent.between(id, 0, 5)).isEmpty();
    }

    @Test
    void gives_what_follows_the_gap() {
        add(1, 2, 4, 5);
        assertThat(seqs(recent.between(id, 3, 5))).containsExactly(4L, 5L);
    }

    @Test
    void gives_nothing_when_more_was_committed_than_is_here() {
        add(1, 2);
        assertThat(recent.since(1, new NewMessage(id, 3, 0))).isEmpty();
    }

    @Test
    void gives_all_that_is_new_when_a_signal_is_overtaken() {
        add(1, 2, 3);
        assertThat(recent.since(1, new NewMessage(id, 2, 0)).orElseThrow().messages())
                .extracting(Message::seq)
                .containsExactly(2L, 3L);
    }

    @Test
    void keeps_the_newer_of_two_commits_that_come_in_the_wrong_order() {
        add(1, 3, 2);
        assertThat(seqs(recent.between(id, 2, 3))).containsExactly(3L);
    }

    @Test
    void reads_everything_on_the_signal_of_an_earlier_version() {
        add(1, 2);
        assertThat(recent.since(1, NewMessage.parse(id.value().toString()))).isEmpty();
    }

    private void add(long... seqs) {
        for (long seq : seqs) {
            recent.add(new Appended(
                    new Conversation(
                            id,
                            new CustomerId(UUID.randomUUID()),
                            Channel.WEB,
                            new Owner.Bot(),
                            0,
                            seq,
                            null,
                            Instant.EPOCH,
                            null),
                    new Message(id, seq, new Author.Customer(), new Body.Text("第" + seq + "条"), Instant.EPOCH)));
        }
    }

    private static List<Long> seqs(Optional<List<Message>> messages) {
        return messages.orElseThrow().stream().map(Message::seq).toList();
    }
}

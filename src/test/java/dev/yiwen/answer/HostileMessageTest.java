package dev.yiwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.HostileTexts;
import dev.yiwen.answer.decision.Decided;
import dev.yiwen.answer.decision.Decider;
import dev.yiwen.answer.reading.MessageReader;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.retrieval.Workers;
import dev.yiwen.shared.Ids;
import dev.yiwen.triage.Triage;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HostileMessageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Triage and decision embed each text, some 50 ms whatever it says: a share of those that look alike is enough. */
    private static final int TRIAGED = 10;

    private static final int DECIDED = 40;

    @Inject
    MessageReader reader;

    @Inject
    Triage triage;

    @Inject
    Decider decider;

    @Inject
    Workers workers;

    @Test
    void is_read_in_bounded_time() {
        HostileTexts.assertBounded(HostileTexts.all(), text -> {
            assertThat(reader.read(asked(text))).isNotNull();
            assertThat(reader.read(afterAQuestionBack(text))).isNotNull();
        });
    }

    @Test
    void is_triaged_in_bounded_time() {
        HostileTexts.assertBounded(
                some(TRIAGED), text -> assertThat(triage.read(asked(text))).isNotNull());
    }

    @Test
    void is_decided_on_in_bounded_time() {
        HostileTexts.assertBounded(some(DECIDED), text -> {
            assertThat(decided(asked(text))).isNotNull();
            assertThat(decided(afterAQuestionBack(text))).isNotNull();
        });
    }

    /** Each n-th text made of a list's patterns, and all others. */
    private static Stream<String> some(int n) {
        var lists = HostileTexts.ofLists();
        return Stream.concat(
                Stream.iterate(0, it -> it < lists.size(), it -> it + n).map(lists::get),
                HostileTexts.others().stream());
    }

    private Decided decided(List<Message> transcript) {
        return workers.inTurn(
                        new Object(),
                        PATIENCE,
                        () -> Uni.createFrom().item(transcript).chain(decider::decide))
                .await()
                .atMost(PATIENCE);
    }

    private static List<Message> asked(String text) {
        return List.of(message(1, new Author.Customer(), new Body.Text(text)));
    }

    /** What leans on the same text before it. */
    private static List<Message> afterAQuestionBack(String text) {
        return List.of(
                message(1, new Author.Customer(), new Body.Text(text)),
                message(2, new Author.Bot(), new Body.Clarify("哪一个？", List.of("怎么查话费", "怎么改套餐"), 0.3)),
                message(3, new Author.Customer(), new Body.Text(text)));
    }

    private static Message message(long seq, Author author, Body body) {
        return new Message(NOWHERE, seq, author, body, Instant.EPOCH);
    }

    private static final ConversationId NOWHERE = ConversationId.of(Ids.next());
}

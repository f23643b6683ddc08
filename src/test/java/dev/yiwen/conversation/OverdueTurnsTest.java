package dev.yiwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverdueTurnsTest {
    private static final Duration SWEPT = Duration.ofSeconds(30);

    @Inject
    Conversations conversations;

    @Inject
    OverdueTurns overdue;

    @Inject
    People people;

    @Inject
    Pool database;

    @Test
    void takes_up_a_turn_that_was_lost_with_its_instance() {
        var conversation = lostTurn(Duration.ofSeconds(20));

        get(overdue.sweep());

        await().atMost(SWEPT)
                .untilAsserted(() -> assertThat(get(conversations.messagesAfter(conversation.id(), 1, 10)))
                        .extracting(Message::author)
                        .contains(new Author.Bot()));
    }

    @Test
    void hands_a_turn_that_never_ended_to_a_human() {
        var conversation = lostTurn(Duration.ofMinutes(10));

        get(overdue.sweep());

        await().atMost(SWEPT)
                .untilAsserted(() -> assertThat(
                                get(conversations.load(conversation.id())).owner())
                        .isInstanceOfSatisfying(
                                Owner.Queue.class,
                                queue -> assertThat(queue.reason().code()).isEqualTo(HandoffReason.Code.UNANSWERED)));
    }

    @Test
    void hands_a_turn_that_was_taken_up_three_times_to_a_human() {
        var conversation = lostTurn(Duration.ofSeconds(20));
        // As it stands after two processes that took it up have ended.
        get(database.preparedQuery("update conversation set turn_tries = 2 where id = $1")
                .execute(Tuple.of(conversation.id().value())));

        get(overdue.sweep());

        await().atMost(SWEPT)
                .untilAsserted(() -> assertThat(
                                get(conversations.load(conversation.id())).owner())
                        .isInstanceOf(Owner.Queue.class));
        assertThat(get(conversations.messagesAfter(conversation.id(), 1, 10)))
                .extracting(Message::author)
                .doesNotContain(new Author.Bot());
    }

    @Test
    void counts_each_time_that_it_takes_a_turn_up_before_it_begins() {
        var conversation = lostTurn(Duration.ofSeconds(20));

        get(overdue.sweep());

        assertThat(tries(conversation)).isEqualTo(1);
    }

    @Test
    void forgets_how_often_when_nothing_was_waited_for() {
        var conversation = get(conversations.openOrResume(people.customer(), Channel.WEB));
        get(database.preparedQuery("update conversation set turn_tries = 2 where id = $1")
                .execute(Tuple.of(conversation.id().value())));

        get(conversations.appendFromCustomer(conversation.id(), "a", "你好"));

        assertThat(tries(conversation)).isZero();
    }

    private int tries(Conversation conversation) {
        return get(database.preparedQuery("select turn_tries from conversation where id = $1")
                        .execute(Tuple.of(conversation.id().value())))
                .iterator()
                .next()
                .getInteger(0);
    }

    @Test
    void leaves_alone_what_was_answered() {
        var conversation = lostTurn(Duration.ofSeconds(20));
        get(conversations.appendFromBot(conversation.id(), 0, 1, new Body.Text("您好")));

        get(overdue.sweep());

        assertThat(get(conversations.messagesAfter(conversation.id(), 0, 10))).hasSize(2);
    }

    /** A customer's message of that long ago, as it stands when an instance died before it answered. */
    private Conversation lostTurn(Duration ago) {
        var conversation = get(conversations.openOrResume(people.customer(), Channel.WEB));
        get(database.preparedQuery("""
                        with lost as (
                          insert into message (conversation_id, seq, author, body, at)
                          values ($1, 1, 'customer', '{"kind":"text","text":"你好"}', now() - $2 * interval '1 second')
                        )
                        update conversation set last_seq = 1, turn_seq = 1, turn_due = now() - interval '1 second'
                        where id = $1
                        """).execute(Tuple.of(conversation.id().value(), ago.toSeconds())));
        return conversation;
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}

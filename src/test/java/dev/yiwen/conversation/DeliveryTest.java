package dev.yiwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryTest {
    private static final HandoffReason WISH = new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "客户要求人工", List.of());

    @Inject
    Conversations conversations;

    @Inject
    Delivery delivery;

    @Inject
    People people;

    @Inject
    Pool database;

    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private final List<Owner> owners = new CopyOnWriteArrayList<>();
    private final List<Ephemeral> passed = new CopyOnWriteArrayList<>();

    @Test
    void pushes_each_message_once_and_in_order_when_many_are_committed_at_once() {
        var conversation = open();
        try (var watch = watch(conversation, 0)) {
            write(conversation, 100);

            await().untilAsserted(() -> assertThat(seen).isEqualTo(upTo(100)));
        }
    }

    @Test
    void pushes_what_was_committed_before_it_was_watched() {
        var conversation = open();
        write(conversation, 5);

        try (var watch = watch(conversation, 3)) {
            await().untilAsserted(() -> assertThat(seen).containsExactly(4L, 5L));
        }
    }

    @Test
    void pushes_a_long_history_whole() {
        var conversation = open();
        write(conversation, 450);

        try (var watch = watch(conversation, 0)) {
            await().untilAsserted(() -> assertThat(seen).isEqualTo(upTo(450)));
        }
    }

    @Test
    void pushes_nothing_after_it_was_closed() {
        var conversation = open();
        var closed = watch(conversation, 0);
        closed.close();
        var stillSeen = new CopyOnWriteArrayList<Long>();
        try (var open = delivery.watch(
                conversation.id(), 0, message -> stillSeen.add(message.seq()), owner -> {}, ephemeral -> {})) {
            write(conversation, 1);

            await().untilAsserted(() -> assertThat(stillSeen).containsExactly(1L));
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void pushes_the_owner_at_first_and_after_each_change() {
        var conversation = open();
        try (var watch = watch(conversation, 0)) {
            await().until(() -> !owners.isEmpty());
            get(conversations.requestHuman(conversation.id(), 0, WISH));

            await().untilAsserted(() -> assertThat(owners).hasSize(2));
            assertThat(owners.getFirst()).isEqualTo(new Owner.Bot());
            assertThat(owners.getLast()).isInstanceOf(Owner.Queue.class);
        }
    }

    @Test
    void goes_on_after_the_database_cut_every_connection() {
        var conversation = open();
        try (var watch = watch(conversation, 0)) {
            write(conversation, 1);
            await().until(() -> seen.size() == 1);

            cutConnections();

            await().ignoreExceptions().until(() -> {
                write(conversation, 2);
                return true;
            });
            await().untilAsserted(() -> assertThat(seen).startsWith(1L, 2L, 3L));
        }
    }

    @Test
    void shows_what_passes_by() {
        var conversation = open();
        try (var watch = watch(conversation, 0)) {
            get(delivery.ephemeral(conversation.id(), new Ephemeral.Typing(new Author.Customer())));

            await().untilAsserted(
                            () -> assertThat(passed).containsExactly(new Ephemeral.Typing(new Author.Customer())));
        }
    }

    private Watch watch(Conversation conversation, long afterSeq) {
        return delivery.watch(
                conversation.id(),
                afterSeq,
                message -> seen.add(message.seq()),
                changed -> owners.add(changed.owner()),
                passed::add);
    }

    private void write(Conversation conversation, int count) {
        get(Uni.join()
                .all(IntStream.range(0, count)
                        .mapToObj(i -> conversations.appendNotice(
                                conversation.id(), new Body.Notice("test", "第" + i + "条", Map.of())))
                        .toList())
                .andFailFast());
    }

    /** As a restart of the database does; other databases of the cluster keep theirs. */
    private void cutConnections() {
        get(database.query("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()"
                        + " and application_name <> 'psql'")
                .execute());
    }

    private Conversation open() {
        return get(conversations.openOrResume(people.customer(), Channel.WEB));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}

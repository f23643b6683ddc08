package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntityStoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EntityStore entities;

    @Inject
    Signals signals;

    @Inject
    Vertx vertx;

    private final String topic = "test" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void works_that_begin_together_have_sessions_of_their_own() {
        var works = IntStream.range(0, 60).mapToObj(this::slowEcho).toList();
        var all = Uni.join().all(works).andFailFast();
        var echoed = new CompletableFuture<Object>();

        vertx.runOnContext(nothing -> all.subscribe().with(echoed::complete, echoed::completeExceptionally));

        assertThat(echoed)
                .succeedsWithin(PATIENCE)
                .isEqualTo(IntStream.range(0, 60).boxed().toList());
    }

    @Test
    void what_fails_is_undone_and_gives_its_connection_back() {
        var heard = new CopyOnWriteArrayList<String>();
        signals.listen(topic, heard::add, () -> {});

        // More than the pool has connections.
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> entities.write(session -> notify(session, "undone")
                                    .invoke(() -> {
                                        throw new Problem(Problem.Kind.CONFLICT, "no");
                                    }))
                            .await()
                            .atMost(PATIENCE))
                    .isInstanceOf(Problem.class);
        }
        entities.write(session -> notify(session, "done")).await().atMost(PATIENCE);

        Awaitility.await().atMost(PATIENCE).until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("done");
    }

    private Uni<Integer> slowEcho(int number) {
        return entities.read(session -> session.createNativeQuery("select pg_sleep(0.02)::text", String.class)
                .getSingleResult()
                .chain(() -> session.createNativeQuery("select cast(:number as int)", Integer.class)
                        .setParameter("number", number)
                        .getSingleResult()));
    }

    private Uni<String> notify(StatelessSession session, String payload) {
        return session.createNativeQuery("select cast(pg_notify(:topic, :payload) as text)", String.class)
                .setParameter("topic", topic)
                .setParameter("payload", payload)
                .getSingleResult();
    }
}

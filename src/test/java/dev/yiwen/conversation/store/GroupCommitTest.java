package dev.yiwen.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupCommitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool database;

    @Test
    void gives_each_its_own_result_and_lets_one_fault_cost_the_others_nothing() {
        var commits = new GroupCommit(database, "select 1000 / $1::int as share");

        // Every tenth divides by zero, which fails the whole group that it is in.
        var shares = all(IntStream.range(0, 500)
                .mapToObj(i -> share(commits, i % 10).onFailure().recoverWithItem(-1))
                .toList());

        assertThat(shares)
                .isEqualTo(IntStream.range(0, 500)
                        .mapToObj(i -> i % 10 == 0 ? -1 : 1000 / (i % 10))
                        .toList());
    }

    @Test
    void commits_many_at_once_in_few_transactions() {
        var commits = new GroupCommit(database, "select $1::int as number, pg_current_xact_id()::text as transaction");

        var transactions = all(IntStream.range(0, 500)
                .mapToObj(i -> commits.execute(UUID.randomUUID(), Tuple.of(i))
                        .map(rows -> rows.iterator().next().getString("transaction")))
                .toList());

        assertThat(transactions.stream().distinct().count()).isLessThan(50);
    }

    @Test
    void goes_on_for_the_others_when_some_wait_for_a_lock() {
        var commits =
                new GroupCommit(database, "select pg_advisory_xact_lock($1::int)::text as locked, $1::int as number");
        var holder = database.getConnection().await().atMost(PATIENCE);
        try {
            holder.query("select pg_advisory_lock(4711), pg_advisory_lock(4712)")
                    .executeAndAwait();
            // Both groups that may be under way are stuck now.
            var stuck = Stream.of(4711, 4712)
                    .map(it -> commits.execute(UUID.randomUUID(), Tuple.of(it))
                            .subscribe()
                            .asCompletionStage())
                    .toList();

            var others = all(IntStream.range(0, 50)
                    .mapToObj(i -> commits.execute(UUID.randomUUID(), Tuple.of(i))
                            .map(rows -> rows.iterator().next().getInteger("number")))
                    .toList());

            assertThat(others).isEqualTo(IntStream.range(0, 50).boxed().toList());
            assertThat(stuck).noneMatch(CompletableFuture::isCompletedExceptionally);
            holder.query("select pg_advisory_unlock_all()").executeAndAwait();
            assertThat(stuck).allSatisfy(it -> assertThat(it).succeedsWithin(PATIENCE));
        } finally {
            holder.closeAndAwait();
        }
    }

    private static Uni<Integer> share(GroupCommit commits, int divisor) {
        return commits.execute(UUID.randomUUID(), Tuple.of(divisor))
                .map(rows -> rows.iterator().next().getInteger("share"));
    }

    private static <T> List<T> all(List<Uni<T>> unis) {
        return Uni.join().all(unis).andFailFast().await().atMost(PATIENCE);
    }
}

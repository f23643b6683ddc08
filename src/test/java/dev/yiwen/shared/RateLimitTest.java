package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.shared.RateLimit.Rate;
import dev.yiwen.shared.RateLimit.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RateLimitTest {
    private static final Rate FIVE = new Rate(5, Duration.ofMinutes(1));

    private final String subject = UUID.randomUUID().toString();

    @Inject
    RateLimit limit;

    @Inject
    Pool database;

    @Test
    void lets_a_burst_through_and_then_says_how_long_to_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(take()).isEqualTo(new Verdict.Allowed());
        }

        assertThat(take())
                .isInstanceOfSatisfying(
                        Verdict.Wait.class,
                        wait -> assertThat(wait.time()).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1)));
    }

    @Test
    void lets_one_more_through_each_time_that_one_is_paid_for() {
        for (int i = 0; i < 6; i++) {
            take();
        }
        age(Duration.ofMinutes(1));

        assertThat(take()).isEqualTo(new Verdict.Allowed());
        assertThat(take()).isInstanceOf(Verdict.Wait.class);
    }

    @Test
    void lets_no_more_through_when_many_ask_at_once() {
        var verdicts = Uni.join()
                .all(Stream.generate(() -> limit.take("test", subject, FIVE))
                        .limit(40)
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(verdicts).filteredOn(Verdict.Allowed.class::isInstance).hasSize(5);
        assertThat(verdicts)
                .filteredOn(Verdict.Wait.class::isInstance)
                .allSatisfy(it ->
                        assertThat(((Verdict.Wait) it).time()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void counts_kinds_and_subjects_apart() {
        for (int i = 0; i < 6; i++) {
            take();
        }

        assertThat(limit.take("test-other", subject, FIVE).await().indefinitely())
                .isEqualTo(new Verdict.Allowed());
        assertThat(limit.take("test", subject + "x", FIVE).await().indefinitely())
                .isEqualTo(new Verdict.Allowed());
    }

    @Test
    void tells_who_must_pass_when_to_come_back() {
        var once = new Rate(1, Duration.ofSeconds(90));
        limit.require("test", subject, once, "Not so fast.").await().indefinitely();

        assertThatThrownBy(() -> limit.require("test", subject, once, "Not so fast.")
                        .await()
                        .indefinitely())
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_MANY_REQUESTS);
                    assertThat(problem.retryAfter().orElseThrow())
                            .isBetween(Duration.ofSeconds(45), Duration.ofSeconds(90));
                });
    }

    @Test
    void forgets_who_owes_nothing_and_nobody_else() {
        take();
        limit.take("test", subject + "-paid", FIVE).await().indefinitely();
        database.preparedQuery("update rate_limit set paid_until = now() - interval '1 second' where subject = $1")
                .execute(Tuple.of(subject + "-paid"))
                .await()
                .indefinitely();

        limit.sweep().await().indefinitely();

        assertThat(rows(subject)).isEqualTo(1);
        assertThat(rows(subject + "-paid")).isZero();
    }

    private Verdict take() {
        return limit.take("test", subject, FIVE).await().indefinitely();
    }

    private void age(Duration time) {
        database.preparedQuery(
                        "update rate_limit set paid_until = paid_until - $2::float8 * interval '1 second' where subject = $1")
                .execute(Tuple.of(subject, (double) time.toSeconds()))
                .await()
                .indefinitely();
    }

    private int rows(String of) {
        return database.preparedQuery("select count(*)::int as n from rate_limit where subject = $1")
                .execute(Tuple.of(of))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger("n");
    }
}

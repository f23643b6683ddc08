package dev.yiwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.yiwen.shared.InterruptibleText;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Workers workers = new Workers(1, 16, 8);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        workers.close();
    }

    @Test
    void work_that_takes_too_long_fails_and_is_stopped() {
        var stopped = new AtomicBoolean();
        assertThatThrownBy(() -> get("a", SOON, () -> {
                    try {
                        Thread.sleep(LONG);
                    } catch (InterruptedException e) {
                        stopped.set(true);
                    }
                    return 1;
                }))
                .hasCauseInstanceOf(TimeoutException.class);
        await().untilTrue(stopped);
        assertThat(get("a", LONG, () -> Thread.currentThread().isInterrupted())).isFalse();
    }

    @Test
    void a_pattern_that_goes_back_and_forth_for_ever_is_stopped_too() {
        var stopped = new AtomicReference<Throwable>();
        assertThatThrownBy(() -> get("a", SOON, () -> {
                    try {
                        return Pattern.compile("(\\w+\\s?)+\\1$")
                                .matcher(InterruptibleText.of("a".repeat(60) + "!"))
                                .matches();
                    } catch (RuntimeException e) {
                        stopped.set(e);
                        throw e;
                    }
                }))
                .hasCauseInstanceOf(TimeoutException.class);
        await().untilAsserted(() -> assertThat(stopped).hasValueMatching(it -> it != null));
        assertThat(get("b", LONG, () -> 2)).isEqualTo(2);
    }

    @Test
    void whoever_does_not_hear_the_interruption_holds_up_only_themselves() {
        assertThatThrownBy(() -> get("deaf", SOON, this::listenToNobody)).hasCauseInstanceOf(TimeoutException.class);
        assertThat(get("other", LONG, () -> 2)).isEqualTo(2);
        end.countDown();
        assertThat(get("deaf", LONG, () -> 3)).isEqualTo(3);
    }

    private int listenToNobody() {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
        return 1;
    }

    @Test
    void a_stack_that_overflows_is_the_fault_of_one_piece_of_work() {
        var ladder = Pattern.compile("(?:a|b)*");
        assertThatThrownBy(() -> get(
                        "a", LONG, () -> ladder.matcher("ab".repeat(1_000_000)).matches()))
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(get("a", LONG, () -> 2)).isEqualTo(2);
    }

    @Test
    void answers_others_between_the_questions_of_one_who_floods() {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        workers.inTurn("first", LONG, () -> held()).subscribe().with(it -> {});
        IntStream.range(0, 6)
                .forEach(i -> workers.inTurn("flood", LONG, () -> noted(done, "flood"))
                        .subscribe()
                        .with(it -> {}));
        workers.inTurn("other", LONG, () -> noted(done, "other")).subscribe().with(it -> {});
        end.countDown();
        await().until(() -> done.size() == 7);
        assertThat(done.indexOf("other")).isLessThanOrEqualTo(1);
    }

    @Test
    void refuses_more_of_one_than_may_wait() {
        workers.inTurn("first", LONG, () -> held()).subscribe().with(it -> {});
        var refused = new ArrayList<Throwable>();
        IntStream.range(0, 9)
                .forEach(i ->
                        workers.inTurn("flood", LONG, () -> held()).subscribe().with(it -> {}, refused::add));
        assertThat(refused)
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.OVERLOADED));
        assertThat(workers.isOverloaded("flood")).isTrue();
        assertThat(workers.isOverloaded("other")).isFalse();
    }

    @Test
    void goes_on_where_it_was_after_it_waited_for_another_thread() {
        var threads = new ArrayList<String>();
        var found = workers.inTurn("a", LONG, () -> {
                    threads.add(Thread.currentThread().getName());
                    return Uni.createFrom()
                            .<Integer>emitter(it -> Thread.ofPlatform().start(() -> it.complete(7)))
                            .emitOn(workers.goOn())
                            .invoke(it -> threads.add(Thread.currentThread().getName()));
                })
                .await()
                .atMost(LONG);
        assertThat(found).isEqualTo(7);
        assertThat(threads).hasSize(2).allMatch(it -> it.startsWith("work-"));
    }

    private Uni<Integer> held() {
        return Uni.createFrom().item(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 1;
        });
    }

    private static Uni<Integer> noted(List<String> done, String name) {
        return Uni.createFrom().item(() -> {
            done.add(name);
            return 1;
        });
    }

    private <T> T get(Object whose, Duration deadline, Supplier<T> work) {
        return workers.inTurn(whose, deadline, () -> Uni.createFrom().item(work))
                .await()
                .atMost(LONG);
    }
}

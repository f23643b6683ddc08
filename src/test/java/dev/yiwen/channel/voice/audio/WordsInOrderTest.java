package dev.yiwen.channel.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordsInOrderTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final CompletableFuture<Void> unknown = new CompletableFuture<>();
    private final WordsInOrder words = new WordsInOrder(context, Duration.ofMillis(1), () -> unknown.complete(null));
    private final List<String> handedOn = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void while_one_sentence_is_stored_partial_words_are_skipped_and_no_sentence_is() {
        var storing = new ArrayList<UniEmitter<? super Void>>();
        onContext(() -> {
            words.whole(() -> {
                handedOn.add("一");
                return Uni.createFrom().emitter(storing::add);
            });
            words.soFar(() -> says("二的"));
            words.soFar(() -> says("二的一半"));
            words.whole(() -> says("二的全部"));
            words.soFar(() -> says("三"));
            words.soFar(() -> says("三的一半"));
        });
        assertThat(handedOn).containsExactly("一");

        onContext(() -> storing.getFirst().complete(null));
        // Each goes through the context once more.
        for (int i = 0; i < 5; i++) {
            onContext(() -> {});
        }

        assertThat(handedOn).containsExactly("一", "二的全部", "三的一半");
    }

    @Test
    void a_call_that_never_rings_is_told_of_at_last() throws Exception {
        onContext(() -> words.whole(
                () -> Uni.createFrom().failure(new Problem(Problem.Kind.NOT_FOUND, "It must ring first."))));

        unknown.get(20, TimeUnit.SECONDS);
    }

    @Test
    void what_cannot_be_stored_keeps_nothing_back() {
        var second = new CompletableFuture<Void>();
        onContext(() -> {
            words.whole(() -> Uni.createFrom().failure(new IllegalStateException("the database is away")));
            words.whole(() -> {
                second.complete(null);
                return Uni.createFrom().voidItem();
            });
        });

        second.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private Uni<Void> says(String text) {
        handedOn.add(text);
        return Uni.createFrom().voidItem();
    }

    private void onContext(Runnable work) {
        var done = new CompletableFuture<Void>();
        context.runOnContext(it -> {
            work.run();
            done.complete(null);
        });
        done.orTimeout(20, TimeUnit.SECONDS).join();
    }
}

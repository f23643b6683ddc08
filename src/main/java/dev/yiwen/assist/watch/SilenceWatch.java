package dev.yiwen.assist.watch;

import dev.yiwen.assist.watch.rule.Severity;
import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.CallLines;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.SilentCalls;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells an agent when a call has fallen silent, unless the customer was put on hold. The next words on it take the card away. */
@Singleton
final class SilenceWatch {
    private static final Duration SILENT = Duration.ofSeconds(20);
    private static final Duration LOST = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private final SilentCalls calls;
    private final CallLines lines;
    private final WarningCards cards;
    private final Leader leader;
    private final Rhythm rhythm;

    SilenceWatch(SilentCalls calls, CallLines lines, WarningCards cards, Leader leader, Rhythm rhythm) {
        this.calls = calls;
        this.lines = lines;
        this.cards = cards;
        this.leader = leader;
        this.rhythm = rhythm;
    }

    /** A command listens to no call. */
    void onServing(@ObservesAsync HttpServerStart start) {
        rhythm.every(OFTEN, () -> leader.alone("watch-silence", this::look));
    }

    Uni<Void> look() {
        return calls.since(SILENT, LOST)
                .chain(this::unlessOnHold)
                .chain(silent -> Multi.createFrom()
                        .iterable(silent)
                        .onItem()
                        .transformToUniAndConcatenate(this::warn)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<List<Conversation>> unlessOnHold(List<Conversation> silent) {
        return lines.of(silent.stream().map(Conversation::id).toList())
                .map(found -> silent.stream()
                        .filter(it -> !waitsOnPurpose(found.get(it.id())))
                        .toList());
    }

    private static boolean waitsOnPurpose(@Nullable CallLine line) {
        return line != null && (line.heldSince() != null || line.consultingSince() != null);
    }

    private Uni<Void> warn(Conversation call) {
        var warning = new Warning(Warning.Kind.SILENCE, Severity.REMIND, "", "", null);
        return cards.show(call.id(), call.lastSeq(), List.of(warning), old -> false);
    }
}

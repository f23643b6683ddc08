package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.TalkSigns;
import dev.yiwen.handoff.Coalesced;
import dev.yiwen.handoff.wall.InHand;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Rhythm;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Keeps the walls that are open on this instance as things stand: after each change, whichever instance it was on, and by the clock. */
@Singleton
final class WallFeed {
    private static final Duration SOON = Duration.ofMillis(400);
    /** Nobody signals that a call was held, or that a customer has waited for long. */
    private static final Duration OFTEN = Duration.ofSeconds(3);

    private final Desks desks;
    private final InHand inHand;
    private final Signals signals;
    private final Rhythm rhythm;
    private final Coalesced soon = new Coalesced(SOON, this::refresh);

    WallFeed(Desks desks, InHand inHand, Signals signals, Rhythm rhythm) {
        this.desks = desks;
        this.inHand = inHand;
        this.signals = signals;
        this.rhythm = rhythm;
    }

    void listen(@Observes StartupEvent start) {
        signals.listen(TalkSigns.TOPIC, id -> changed(), this::changed);
        signals.listen(Conversations.OWNER_SIGNAL, id -> changed(), this::changed);
        signals.listen(Conversations.MESSAGE_SIGNAL, payload -> changed(), this::changed);
    }

    void onServing(@ObservesAsync HttpServerStart start) {
        rhythm.every(OFTEN, () -> walls().isEmpty() ? Uni.createFrom().voidItem() : refresh());
    }

    /** Fails with {@code FORBIDDEN} for who is no supervisor. */
    Uni<Void> open(Desk desk, boolean on) {
        if (!desk.staff().may(Right.SUPERVISE)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "Only supervisors see all conversations.");
        }
        desk.turnWall(on);
        return on
                ? inHand.all().invoke(desk::showWall).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private void changed() {
        if (!walls().isEmpty()) {
            soon.run();
        }
    }

    private List<Desk> walls() {
        return desks.all().filter(Desk::hasWall).toList();
    }

    private Uni<Void> refresh() {
        return inHand.all()
                .invoke(all -> walls().forEach(it -> it.showWall(all)))
                .replaceWithVoid();
    }
}

package dev.yiwen.handoff.plan;

import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The plan that holds, and those that held. Each instance keeps the newest at hand. */
@Singleton
public final class Plans {
    /** Sent with the version of a new plan. */
    public static final String TOPIC = "routing-plan";

    private static final Logger LOG = Logger.getLogger(Plans.class);
    private static final String OUTDATED = "Somebody else has changed the plan meanwhile; look at it again.";

    /** @param version 0 when nobody has written a plan yet */
    public record Version(int version, Plan plan) {}

    /**
     * Who changed the plan, and to what.
     *
     * @param version 0 for what comes with the product, which nobody wrote at any time
     */
    public record Change(
            int version, @Nullable Instant at, @Nullable String by, String note, Plan plan) {}

    private final EntityStore entities;
    private final Signals signals;
    private final Faults faults;
    private volatile Version current = new Version(0, Plan.standard());

    Plans(EntityStore entities, Signals signals, Faults faults) {
        this.entities = entities;
        this.signals = signals;
        this.faults = faults;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(TOPIC, version -> readAgain(), this::readAgain);
        readAgain();
    }

    /** As this instance knows it; another's change arrives within moments. */
    public Version current() {
        return current;
    }

    /** Newest first, down to what comes with the product. */
    public Uni<List<Change>> history() {
        var standard = new Change(0, null, null, "", Plan.standard());
        return entities.list(
                        "select version, at, byName, note, plan from RoutingPlan order by version desc limit 100",
                        Change.class)
                .map(changes ->
                        Stream.concat(changes.stream(), Stream.of(standard)).toList());
    }

    /**
     * Fails with {@code INVALID} in words when the plan is wrong, and with {@code CONFLICT} when it is not {@code known} that
     * it would follow.
     */
    public Uni<Version> change(int known, Plan plan, StaffId by, String note) {
        var wrong = faults.in(plan);
        if (!wrong.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, String.join("；", wrong));
        }
        var next = new RoutingPlan();
        next.version = known + 1;
        next.plan = plan;
        next.staffId = by.value();
        next.note = note;
        return newest().invoke(newest -> {
                    if (newest.version() != known) {
                        throw new Problem(Problem.Kind.CONFLICT, OUTDATED);
                    }
                })
                .chain(() -> entities.insert(next, OUTDATED))
                .map(it -> current = new Version(it.version, it.plan))
                .call(it -> signals.send(TOPIC, String.valueOf(it.version())));
    }

    private void readAgain() {
        newest().subscribe().with(it -> current = it, e -> LOG.error("The plan of routing could not be read", e));
    }

    private Uni<Version> newest() {
        return entities.list("select version, plan from RoutingPlan order by version desc limit 1", Version.class)
                .map(it -> it.isEmpty() ? new Version(0, Plan.standard()) : it.getFirst());
    }
}

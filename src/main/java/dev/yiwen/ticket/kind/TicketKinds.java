package dev.yiwen.ticket.kind;

import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketLabel;
import dev.yiwen.ticket.deadline.StandardKinds;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The kinds that there are, and those that there were. Each instance keeps all versions at hand: they never change. */
@Singleton
public final class TicketKinds {
    private static final Logger LOG = Logger.getLogger(TicketKinds.class);
    private static final String TOPIC = "ticket-kinds";
    private static final String OUTDATED = "Somebody else has changed the kinds meanwhile; look at them again.";

    /** @param version 0 while the settings say it */
    public record Version(int version, List<KindDefinition> kinds) {
        public Version {
            kinds = List.copyOf(kinds);
        }
    }

    /** Who changed them, and to what. */
    record Change(
            int version, @Nullable Instant at, @Nullable String by, List<KindDefinition> kinds) {
        Change {
            kinds = List.copyOf(kinds);
        }
    }

    private record Read(int version, KindsVersion.Catalogue catalogue) {}

    private record Written(
            int version, @Nullable Instant at, @Nullable String by, KindsVersion.Catalogue catalogue) {}

    private final EntityStore entities;
    private final Signals signals;
    private final KindFaults faults;
    private final Map<Integer, List<KindDefinition>> held = new ConcurrentHashMap<>();
    private final AtomicInteger newest = new AtomicInteger();

    TicketKinds(EntityStore entities, Signals signals, KindFaults faults, StandardKinds standard) {
        this.entities = entities;
        this.signals = signals;
        this.faults = faults;
        held.put(0, standard.all());
    }

    void start(@Observes StartupEvent event) {
        signals.listen(TOPIC, version -> look(), this::look);
        look();
    }

    /** As this instance knows them; another's change arrives within moments. */
    public Version current() {
        int version = newest.get();
        return new Version(version, held.getOrDefault(version, List.of()));
    }

    /** A kind as it was in that version. */
    public KindDefinition of(TicketKind kind, int version) {
        return find(kind, held.getOrDefault(version, current().kinds()))
                .or(() -> find(kind, current().kinds()))
                .orElseGet(() -> new KindDefinition(
                        kind,
                        new TicketLabel(kind.id(), ""),
                        false,
                        KindDefinition.ALWAYS,
                        true,
                        List.of(),
                        List.of()));
    }

    /** One of which tickets are opened now. */
    public Optional<KindDefinition> offered(TicketKind kind) {
        return find(kind, current().kinds()).filter(it -> !it.retired());
    }

    private static Optional<KindDefinition> find(TicketKind kind, List<KindDefinition> among) {
        return among.stream().filter(it -> it.id().equals(kind)).findFirst();
    }

    /** As they are stored, rather than as this instance knows them. */
    Uni<Version> stored() {
        return refresh().map(nothing -> current());
    }

    /** Newest first, at the end what the settings say. */
    Uni<List<Change>> history() {
        return entities.list(
                        "select version, at, byName, catalogue from KindsVersion order by version desc limit 100",
                        Written.class)
                .map(all -> {
                    var changes = new ArrayList<Change>();
                    all.forEach(it -> changes.add(new Change(
                            it.version(), it.at(), it.by(), it.catalogue().kinds())));
                    changes.add(new Change(0, null, null, held.getOrDefault(0, List.of())));
                    return changes;
                });
    }

    /**
     * Fails with {@code INVALID} in words when something of them may not be, and with {@code CONFLICT} when it is not
     * {@code known} that they would follow.
     */
    Uni<Version> change(int known, List<KindDefinition> wanted, StaffId by) {
        return stored().chain(now -> {
            if (now.version() != known) {
                throw new Problem(Problem.Kind.CONFLICT, OUTDATED);
            }
            var wrong = faults.in(wanted, now.kinds());
            if (!wrong.isEmpty()) {
                throw new Problem(Problem.Kind.INVALID, String.join(" ", wrong));
            }
            return write(known + 1, wanted, by);
        });
    }

    private Uni<Version> write(int version, List<KindDefinition> kinds, StaffId by) {
        var next = new KindsVersion();
        next.version = version;
        next.catalogue = new KindsVersion.Catalogue(kinds);
        next.staffId = by.value();
        return entities.insert(next, OUTDATED)
                .invoke(it -> hold(it.version, it.catalogue))
                .call(it -> signals.send(TOPIC, String.valueOf(it.version)))
                .map(it -> current());
    }

    private Uni<Void> refresh() {
        return entities.list("select version, catalogue from KindsVersion order by version", Read.class)
                .invoke(all -> all.forEach(it -> hold(it.version(), it.catalogue())))
                .replaceWithVoid();
    }

    private void hold(int version, KindsVersion.Catalogue catalogue) {
        held.putIfAbsent(version, catalogue.kinds());
        newest.accumulateAndGet(version, Math::max);
    }

    private void look() {
        refresh().subscribe().with(nothing -> {}, e -> LOG.warn("The kinds of tickets could not be read", e));
    }
}

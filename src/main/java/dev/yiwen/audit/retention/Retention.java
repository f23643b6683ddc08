package dev.yiwen.audit.retention;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.audit.Retained;
import dev.yiwen.audit.report.Report;
import dev.yiwen.audit.report.Report.Line;
import dev.yiwen.audit.report.Reports;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Removes what has been kept long enough, in small batches with pauses between, on one instance of all. */
@Singleton
public final class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration BREATH = Duration.ofMillis(50);

    private final Instance<Retained> kinds;
    private final RetentionConfig config;
    private final Reports reports;
    private final AuditLog log;
    private final Leader leader;

    Retention(Instance<Retained> kinds, RetentionConfig config, Reports reports, AuditLog log, Leader leader) {
        this.kinds = kinds;
        this.config = config;
        this.reports = reports;
        this.log = log;
        this.leader = leader;
    }

    /** A command line tool does no scheduled work. */
    void start(
            @Observes StartupEvent event,
            Rhythm rhythm,
            @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean scheduled) {
        if (scheduled) {
            rhythm.every(config.every(), () -> leader.alone("retention", this::round));
        }
    }

    /** In days, by kind, as the settings say. */
    public Map<String, Long> days() {
        var days = new LinkedHashMap<String, Long>();
        for (var kind : Retained.Kind.values()) {
            days.put(name(kind), config.of(kind).toDays());
        }
        return days;
    }

    Uni<Void> round() {
        return Multi.createFrom()
                .iterable(kinds.stream()
                        .sorted(Comparator.comparing(Retained::kind).reversed())
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(this::clear)
                .filter(it -> it.done() > 0)
                .collect()
                .asList()
                .chain(this::report);
    }

    /** What cannot be removed now stays for the next round, and hinders no other kind. */
    private Uni<Line> clear(Retained kind) {
        var before = OffsetDateTime.now(ZoneOffset.UTC).minus(config.of(kind.kind()));
        return clear(kind, before, config.batches(), 0)
                .onFailure()
                .invoke(e -> LOG.errorf(e, "What is too old of %s could not be removed", name(kind.kind())))
                .onFailure()
                .recoverWithItem(0L)
                .map(n -> new Line(name(kind.kind()), n, n, 0, null));
    }

    private Uni<Long> clear(Retained kind, OffsetDateTime before, int batches, long done) {
        return kind.remove(before, config.batch())
                .onItem()
                .delayIt()
                .by(BREATH)
                .chain(n -> n == 0 || batches <= 1
                        ? Uni.createFrom().item(done + n)
                        : clear(kind, before, batches - 1, done + n));
    }

    private Uni<Void> report(List<Line> lines) {
        if (lines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var counts = lines.stream().collect(Collectors.toMap(Line::name, it -> Long.toString(it.done())));
        return reports.keep(new Report(Ids.next(), Report.RETENTION, null, null, Instant.now(), lines))
                .chain(() -> log.append(new AuditEvent(AuditKind.RETENTION_RAN, null, "retention", counts)));
    }

    private static String name(Retained.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

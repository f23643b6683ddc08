package dev.yiwen.knowledge.graph;

import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.FaultGraphs;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the graph until the knowledge or a correction changes it; cases and what other instances change are seen after seconds. */
@Singleton
final class KnownFaults implements FaultGraphs {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Articles articles;
    private final GraphTable table;
    private final KnowledgeVersion version;
    private volatile @Nullable Kept kept;

    KnownFaults(Articles articles, GraphTable table, KnowledgeVersion version) {
        this.articles = articles;
        this.table = table;
        this.version = version;
    }

    /** Read once for all who ask meanwhile: each customer on the telephone asks with each utterance. */
    private record Kept(long version, LocalDate day, Instant at, Uni<FaultGraph> graph) {
        boolean holds(long now, LocalDate today) {
            return version == now
                    && day.equals(today)
                    && at.isAfter(Instant.now().minus(LONGEST));
        }
    }

    @Override
    public Uni<FaultGraph> current() {
        var now = version.current();
        var today = HomeZone.today();
        var before = kept;
        return before != null && before.holds(now, today) ? before.graph() : begun(now, today);
    }

    private synchronized Uni<FaultGraph> begun(long now, LocalDate today) {
        var before = kept;
        if (before != null && before.holds(now, today)) {
            return before.graph();
        }
        var graph = read(today).onFailure().invoke(this::forgetAll).memoize().indefinitely();
        kept = new Kept(now, today, Instant.now(), graph);
        return graph;
    }

    private Uni<FaultGraph> read(LocalDate today) {
        return table.corrections()
                .chain(corrections -> articles.faults(today)
                        .chain(faults -> articles.called(GraphDrawing.named(faults, corrections), today)
                                .map(named -> Stream.concat(faults.stream(), named.stream())
                                        .distinct()
                                        .toList()))
                        .chain(all -> table.cases().map(cases -> GraphDrawing.of(all, cases, corrections))));
    }

    Uni<List<GraphCorrection>> corrections() {
        return table.corrections();
    }

    Uni<Long> correct(WantedCorrection wanted, Staff by) {
        return table.add(wanted.checked(), by).invoke(this::forgetAll);
    }

    /** Fails with {@code NOT_FOUND} when it does not stand. */
    Uni<Void> undo(long id) {
        return table.undo(id).invoke(this::forgetAll).map(done -> {
            if (!done) {
                throw new Problem(Problem.Kind.NOT_FOUND, "There is no such correction.");
            }
            return null;
        });
    }

    @Override
    public Uni<Void> keep(UUID conversation, String cause, List<String> symptoms) {
        return table.keep(conversation, cause, symptoms);
    }

    @Override
    public Uni<Void> forget(UUID conversation) {
        return table.forget(conversation);
    }

    private void forgetAll() {
        kept = null;
    }
}

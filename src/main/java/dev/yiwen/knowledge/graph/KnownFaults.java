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

/** Keeps the graph until the knowledge or a correction changes it; cases and what other instances change are seen after seconds. */
@Singleton
final class KnownFaults implements FaultGraphs {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Articles articles;
    private final GraphTable table;
    private final KnowledgeVersion version;
    private volatile Kept kept = new Kept(-1, LocalDate.MIN, Instant.MIN, new FaultGraph(List.of(), List.of()));

    KnownFaults(Articles articles, GraphTable table, KnowledgeVersion version) {
        this.articles = articles;
        this.table = table;
        this.version = version;
    }

    private record Kept(long version, LocalDate day, Instant at, FaultGraph graph) {}

    @Override
    public Uni<FaultGraph> current() {
        var now = version.current();
        var today = HomeZone.today();
        var before = kept;
        return before.version() == now
                        && before.day().equals(today)
                        && before.at().isAfter(Instant.now().minus(LONGEST))
                ? Uni.createFrom().item(before.graph())
                : read(today).invoke(it -> kept = new Kept(now, today, Instant.now(), it));
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
        kept = new Kept(-1, LocalDate.MIN, Instant.MIN, kept.graph());
    }
}

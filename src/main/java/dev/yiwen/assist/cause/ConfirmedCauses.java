package dev.yiwen.assist.cause;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.WrappedUp;
import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.FaultGraph.Kind;
import dev.yiwen.knowledge.FaultGraphs;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Adds to the graph what agents confirmed at the end: the cause in their words, with what was found in the talk. */
@Singleton
final class ConfirmedCauses {
    private static final Logger LOG = Logger.getLogger(ConfirmedCauses.class);

    // Reads another feature's row: what was confirmed of the cause.
    private static final String CAUSE =
            "select confirmed ->> 'cause' as cause from wrap_up where conversation_id = $1 and confirmed is not null";

    private final FaultGraphs graphs;
    private final CauseSearch search;
    private final Pool database;

    ConfirmedCauses(FaultGraphs graphs, CauseSearch search, Pool database) {
        this.graphs = graphs;
        this.search = search;
        this.database = database;
    }

    void wrappedUp(@ObservesAsync WrappedUp event) {
        keep(event)
                .subscribe()
                .with(kept -> {}, failure -> LOG.warn("A wrap-up did not become a case of a cause", failure));
    }

    /** A case without findings teaches how frequent its cause is; one whose cause is not in the graph teaches nothing. */
    private Uni<Void> keep(WrappedUp end) {
        var conversation = end.conversation();
        return cause(conversation)
                .chain(words -> search.of(conversation).chain(state -> {
                    var cause = words.flatMap(it -> named(state.graph(), it));
                    return cause.isEmpty() || end.outcome().equals("invalid")
                            ? graphs.forget(conversation.value())
                            : graphs.keep(
                                    conversation.value(),
                                    cause.get(),
                                    state.findings().stream()
                                            .map(FaultFinding::symptom)
                                            .filter(Objects::nonNull)
                                            .filter(it -> !it.equals(FaultFinding.NONE))
                                            .toList());
                }));
    }

    private Uni<Optional<String>> cause(ConversationId conversation) {
        return database.preparedQuery(CAUSE)
                .execute(Tuple.of(conversation.value()))
                .map(rows -> {
                    for (var row : rows) {
                        return Optional.ofNullable(row.getString("cause"));
                    }
                    return Optional.empty();
                });
    }

    /** The cause whose name stands in the agent's words; of several the longest. */
    static Optional<String> named(FaultGraph graph, String words) {
        return graph.of(Kind.CAUSE).stream()
                .map(it -> it.key().name())
                .filter(words::contains)
                .max(Comparator.comparingInt(String::length));
    }
}

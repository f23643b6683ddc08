package dev.yiwen.knowledge.graph;

import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.graph.GraphCorrection.Kind;
import dev.yiwen.shared.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an editor wants to change.
 *
 * @param node of an edge its beginning
 */
record WantedCorrection(
        @NotNull Kind kind,
        @NotNull FaultGraph.Key node,
        FaultGraph.@Nullable Key to,
        @Nullable @Size(max = 200) String newName,
        @Nullable @Size(max = 200) String question) {
    private static final int LONGEST = 420;
    private static final Set<FaultGraph.Kind> CAUSED_BY = Set.of(FaultGraph.Kind.SYMPTOM, FaultGraph.Kind.PRODUCT);
    private static final Set<FaultGraph.Kind> HELPS = Set.of(FaultGraph.Kind.ARTICLE, FaultGraph.Kind.PROCEDURE);

    WantedCorrection checked() {
        var right = switch (kind) {
            case ADD_NODE, REMOVE_NODE -> to == null;
            case RENAME_NODE -> to == null && newName != null && !newName.isBlank();
            case ADD_EDGE -> to != null && isFilled(to) && leads(node.kind(), to.kind());
            case REMOVE_EDGE -> to != null && isFilled(to);
        };
        if (!right || !isFilled(node)) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "A correction names a node, an edge also where it leads: from a symptom or product to a cause, or from a cause to an article.");
        }
        return this;
    }

    private static boolean isFilled(FaultGraph.Key key) {
        return key.kind() != null
                && key.name() != null
                && !key.name().isBlank()
                && key.name().length() <= LONGEST;
    }

    private static boolean leads(FaultGraph.Kind from, FaultGraph.Kind to) {
        return CAUSED_BY.contains(from) && to == FaultGraph.Kind.CAUSE
                || from == FaultGraph.Kind.CAUSE && HELPS.contains(to);
    }
}

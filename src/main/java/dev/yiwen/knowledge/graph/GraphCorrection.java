package dev.yiwen.knowledge.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.knowledge.FaultGraph;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an editor changed by hand.
 *
 * @param to the other end of an edge
 * @param newName what a node is called from then on
 * @param question of which a new symptom is an answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GraphCorrection(
        long id,
        Kind kind,
        FaultGraph.Key node,
        FaultGraph.@Nullable Key to,
        @Nullable String newName,
        @Nullable String question,
        String by,
        Instant at) {
    enum Kind {
        ADD_NODE,
        REMOVE_NODE,
        RENAME_NODE,
        ADD_EDGE,
        REMOVE_EDGE
    }
}

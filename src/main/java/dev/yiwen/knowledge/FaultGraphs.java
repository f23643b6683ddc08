package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** The graph of faults as it is now, and what cases add to it. */
public interface FaultGraphs {

    Uni<FaultGraph> current();

    /**
     * Keeps which cause a fault had.
     *
     * @param cause its name in the graph
     * @param symptoms names of what was found before
     */
    Uni<Void> keep(UUID conversation, String cause, List<String> symptoms);

    /** It was none after all, or not known. */
    Uni<Void> forget(UUID conversation);
}

package dev.yiwen.knowledge;

import dev.yiwen.knowledge.AskedTurns.Turn;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Takes what somebody found that the knowledge does not answer; {@code knowledge.gap} implements it. */
public interface ReportedGap {

    /**
     * As a new gap, for editors.
     *
     * @param turns at least one, the one that names it first; those that belong to a gap already stay in it
     * @return the gap; the one to which the first belongs, when it does
     */
    Uni<UUID> report(List<Turn> turns);
}

package dev.yiwen.handoff.wrapup;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Keeps what agents confirm, with the time that it took and how much of the draft they changed. */
@Singleton
public final class Confirmations {
    private final WrapUpRows rows;

    Confirmations(WrapUpRows rows) {
        this.rows = rows;
    }

    /** @param before as the conversation was: one that was over already began with its end, one that was not, with its draft */
    public Uni<Void> confirm(Conversation before, StaffId agent, ConfirmedWrapUp confirmed) {
        var begunAt = before.owner() instanceof Owner.Nobody ? before.closedAt() : null;
        return rows.draft(before.id())
                // Thousands of characters take milliseconds to compare.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(draft -> draft.filter(it -> confirmed.isWhole()).map(it -> changed(it.text(), confirmed.text())))
                .chain(changed -> rows.confirm(before.id(), agent, confirmed, begunAt, changed.orElse(null)));
    }

    /** Share of characters that were put in, taken out or replaced, of the longer of the two: 0 nothing, 1 all. */
    static double changed(String draft, String confirmed) {
        int longer = Math.max(draft.length(), confirmed.length());
        return longer == 0
                ? 0
                : (double) LevenshteinDistance.getDefaultInstance().apply(draft, confirmed) / longer;
    }
}

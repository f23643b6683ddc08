package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.importing.source.SourceGrid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that was looked at, made or taken back.
 *
 * @param counts rows by outcome, every outcome named
 * @param notes of files, in the reader's words
 * @param undoable drafts that nobody has changed since, which taking it back would discard
 */
public record ImportBatch(
        UUID id,
        State state,
        String author,
        Instant madeAt,
        @Nullable Instant appliedAt,
        @Nullable Instant undoneAt,
        List<String> files,
        Map<RowOutcome, Integer> counts,
        List<Note> notes,
        List<SourceGrid> grids,
        int undoable) {

    /** Looked at; drafts made; drafts discarded. */
    public enum State {
        PREVIEW,
        APPLIED,
        UNDONE
    }

    public record Note(String file, String words) {}

    /**
     * A row of it.
     *
     * @param position from 0, in the order of the files
     * @param detail in the reader's words
     * @param before the article as it was, for a change
     * @param after the article as it becomes; null when nothing is stored
     * @param article which was changed, or made when the import is applied; null for none
     */
    public record Item(
            int position,
            String file,
            String sheet,
            int row,
            RowOutcome outcome,
            String question,
            String detail,
            String slug,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable UUID article,
            @Nullable Integer revision) {}

    /** @param total rows that pass the filter */
    public record Page(List<Item> items, int total) {}

    /**
     * @param discarded drafts
     * @param removed articles that there were through the import alone
     * @param kept which somebody has changed since
     */
    public record Undone(int discarded, int removed, int kept) {}
}

package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.importing.source.Remark;
import dev.yiwen.knowledge.importing.source.RowPlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row and what becomes of it.
 *
 * @param slug of the article that it makes or changes; empty for none
 * @param draft what would be stored; null when nothing would
 * @param brought what the file says, against which it is compared when it comes again; null when nothing is stored
 * @param known the article that it is about, if that is there
 */
public record PlannedRow(
        RowPlace place,
        RowOutcome outcome,
        String question,
        List<Remark> remarks,
        String slug,
        @Nullable ArticleDraft draft,
        @Nullable ArticleDraft brought,
        @Nullable KnownArticle known) {
    public PlannedRow {
        remarks = List.copyOf(remarks);
    }

    PlannedRow with(Remark remark) {
        var all = new ArrayList<>(remarks);
        all.add(remark);
        return new PlannedRow(place, outcome, question, all, slug, draft, brought, known);
    }
}

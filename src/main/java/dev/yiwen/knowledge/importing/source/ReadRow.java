package dev.yiwen.knowledge.importing.source;

import dev.yiwen.knowledge.ArticleDraft;
import java.util.List;
import java.util.Set;

/**
 * An article as a file says it.
 *
 * @param slug the key that it states, or a name made of where it stands
 * @param keyed whether the key is stated
 * @param base the revision that it was exported from, as {@link BaseRevision} writes it; empty for none
 * @param said fields of which the file speaks; the others are as a new article has them
 * @param remarks what whoever looks at it should know
 */
public record ReadRow(
        RowPlace place,
        String slug,
        boolean keyed,
        String base,
        ArticleDraft draft,
        Set<ArticleField> said,
        List<Remark> remarks)
        implements SourceRow {
    public ReadRow {
        said = Set.copyOf(said);
        remarks = List.copyOf(remarks);
    }

    @Override
    public String question() {
        return draft.question();
    }

    public ReadRow with(ArticleDraft other) {
        return new ReadRow(place, slug, keyed, base, other, said, remarks);
    }
}

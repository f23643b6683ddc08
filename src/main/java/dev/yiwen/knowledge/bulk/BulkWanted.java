package dev.yiwen.knowledge.bulk;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shall be done to articles.
 *
 * @param articles those that were picked; null: all that match the list's filter
 * @param expected how many these are, as far as who asks has seen
 * @param validFrom first valid day; null: from always
 * @param reason why they are retired
 */
record BulkWanted(
        ChangeOfMany.@NotNull Kind kind,
        @Nullable @Size(max = 10_000) List<UUID> articles,
        int expected,
        @Nullable @Size(max = 20) List<String> addTags,
        @Nullable @Size(max = 20) List<String> removeTags,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable @Size(max = 1000) String reason) {

    /** The content that comes of it; the same when nothing changes. */
    ArticleDraft applied(Article article) {
        var old = ArticleDraft.of(article);
        return switch (kind) {
            case RETAG -> with(old, retagged(old.tags()), old.validFrom(), old.validTo());
            case VALIDITY -> with(old, old.tags(), validFrom, validTo);
            case SUBMIT, RETIRE -> old;
        };
    }

    private List<String> retagged(List<String> tags) {
        var set = new LinkedHashSet<>(tags);
        set.addAll(addTags == null ? List.of() : addTags);
        (removeTags == null ? List.<String>of() : removeTags).forEach(set::remove);
        return new ArrayList<>(set);
    }

    private static ArticleDraft with(
            ArticleDraft old, List<String> tags, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new ArticleDraft(
                old.question(),
                old.phrasings(),
                old.answer(),
                old.audience(),
                old.product(),
                from,
                to,
                tags,
                old.variants(),
                old.causes());
    }
}

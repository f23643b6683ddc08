package dev.yiwen.knowledge.gap;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import java.util.List;
import java.util.stream.Stream;

/** An article as it is, with more phrasings. */
final class AddedPhrasings {
    private AddedPhrasings() {}

    /** @param words those that are there already make no difference */
    static ArticleDraft to(Article latest, List<String> words) {
        var phrasings = Stream.concat(latest.phrasings().stream(), words.stream())
                .filter(it -> !it.equals(latest.question()))
                .distinct()
                .toList();
        return ArticleDraft.of(latest).phrased(phrasings);
    }
}

package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Finds published articles by what is meant, in whatever words, spelling or pinyin; {@code retrieval} implements it. */
public interface ArticleSearch {

    /** @param passage what of the article says it */
    record Match(ArticleId article, String passage) {}

    /** Best first, of every audience; none that is only the least unlike. Empty when it cannot be searched now. */
    Uni<List<Match>> find(String text, int limit);
}

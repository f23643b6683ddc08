package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How many questions of customers articles have answered; {@code answer} knows it. */
public interface AnsweredLately {

    /** By slug, of those that answered any. */
    Uni<Map<String, Integer>> within(Duration lately, Collection<String> slugs);

    /**
     * What customers asked, in their own words, when the article answered; the most frequent first. What leans on an earlier message
     * or holds personal data is left out.
     */
    Uni<List<AskedTurns.Wording>> wordings(Duration lately, String slug, int limit);
}

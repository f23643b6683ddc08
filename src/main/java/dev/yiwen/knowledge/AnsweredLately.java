package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** How many questions of customers articles have answered; {@code answer} knows it. */
public interface AnsweredLately {

    /** By slug, of those that answered any. */
    Uni<Map<String, Integer>> within(Duration lately, Collection<String> slugs);
}

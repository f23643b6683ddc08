package dev.yiwen.retrieval;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What can be searched, in memory or in the database; both hold the rule of who sees what. */
sealed interface Passages permits HeldPassages, StoredPassages {

    /** One passage of each article that says exactly this. */
    Uni<List<PassageRow>> exact(String key, Viewer viewer);

    /** The {@code count} passages nearest to a unit vector, and those named by id as far as they may be seen. */
    Uni<List<PassageRow>> nearest(float[] vector, int count, List<Long> others, Viewer viewer);
}

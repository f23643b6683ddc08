package dev.yiwen.retrieval.index;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What can be searched, in memory or in the database; both hold the rule of who sees what. */
public sealed interface Passages permits InMemoryPassages, DatabasePassages, OverlaidPassages {

    /** One passage of each article that says exactly this. */
    Uni<List<PassageRow>> exact(String key, Viewer viewer);

    /** The {@code count} passages nearest to a unit vector, and those named by id as far as they may be seen. */
    Uni<List<PassageRow>> nearest(float[] vector, int count, List<Long> others, Viewer viewer);

    /** The {@code count} passages nearest to a unit vector among those that the viewer sees on another day only. */
    Uni<List<PassageRow>> outOfDate(float[] vector, int count, Viewer viewer);
}

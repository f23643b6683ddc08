package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.embedding.Vectors;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The database's search by meaning, for measuring it outside the application. */
public final class NearestPassages {
    /** Gives id and cosine, in no order. */
    public static final String STATEMENT = DatabasePassages.NEAREST;

    private NearestPassages() {}

    /** Of {@link #STATEMENT}: what is asked (512), how many are wanted, and what may be found. */
    public static Tuple arguments(float[] vector, int count, Set<Audience> audiences, LocalDate day) {
        return DatabasePassages.arguments(vector, count, List.of(), new Viewer(audiences, day));
    }

    /** As the parameter of {@code $1::real[]::vector}. */
    public static Float[] boxed(float[] vector) {
        return Vectors.boxed(vector);
    }
}

package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Which questions ask the same, in whatever words; {@code retrieval} implements it. */
public interface QuestionLikeness {

    /**
     * Two questions, by their places in the list that was given.
     *
     * @param first less than {@code second}
     * @param probability that they ask the same, 0 to 1
     */
    record Alike(int first, int second, double probability) {}

    /**
     * All pairs that may ask the same; those that are left out do not. Takes milliseconds a question and gives way to customers
     * who wait for an answer.
     */
    Uni<List<Alike>> among(List<String> questions);
}

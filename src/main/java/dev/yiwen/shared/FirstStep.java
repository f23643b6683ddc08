package dev.yiwen.shared;

import io.smallrye.mutiny.Uni;

/** Something that a new installation still needs; each feature knows its own, by what is there rather than by who said so. */
public interface FirstStep {

    /** Its name on the page. */
    Key key();

    Uni<Boolean> isDone();

    /** In the order in which they are done. */
    enum Key {
        PASSWORD,
        BRAND,
        KNOWLEDGE,
        COLLEAGUES,
        EMBEDDING,
        QUESTION
    }
}

package dev.yiwen.retrieval.index;

import io.smallrye.mutiny.Uni;

/** Where a search gets what it works with: what is live, or that with drafts laid over it. */
public interface Copies {

    /** What there is to search, at least as new as the knowledge was when asked. */
    Uni<PassageMirror.Copy> current();

    /** The words of the passages as far as they are read. */
    LexicalIndex words();
}

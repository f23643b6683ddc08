package dev.yiwen.knowledge.importing.source;

/** One row, section or line of a file: an article, or why it is none. */
public sealed interface SourceRow permits ReadRow, BrokenRow {

    RowPlace place();

    /** As it stands there; empty when there is none. */
    String question();
}

package dev.yiwen.llm;

/** What came of asking the model. Its text was passed on while it was written. */
public sealed interface Reply {

    Usage usage();

    /** The model came to its end. */
    record Whole(Usage usage) implements Reply {}

    /** What was passed on, if anything, must not be used. */
    record Broken(Fault fault, Usage usage) implements Reply {}
}

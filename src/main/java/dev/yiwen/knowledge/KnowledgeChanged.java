package dev.yiwen.knowledge;

/** Fired (asynchronous CDI event, on every instance) when published knowledge changed. */
public record KnowledgeChanged(long version) {}

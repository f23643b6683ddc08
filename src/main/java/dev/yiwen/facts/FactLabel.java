package dev.yiwen.facts;

/** What a fact, a field or a state is called on pages. */
public record FactLabel(String chinese, String english) {}

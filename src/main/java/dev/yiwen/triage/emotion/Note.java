package dev.yiwen.triage.emotion;

/** How something fitted was made. */
public record Note(String madeFrom, String madeBy) {}

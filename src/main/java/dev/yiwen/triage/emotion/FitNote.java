package dev.yiwen.triage.emotion;

/** How something fitted was made. */
public record FitNote(String madeFrom, String madeBy) {}

package dev.yiwen.triage.emotion;

/**
 * What one text says by itself, in standard deviations from the mean.
 *
 * @param alone as by someone who writes for everybody
 * @param inTalk as by someone who talks with another
 */
public record TextScores(double alone, double inTalk) {}

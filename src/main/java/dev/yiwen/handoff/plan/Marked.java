package dev.yiwen.handoff.plan;

/** @param why in words for agents: the tag, or what the customer said */
public record Marked(Mark mark, String why) {}

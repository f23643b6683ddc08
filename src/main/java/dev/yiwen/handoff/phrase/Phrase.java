package dev.yiwen.handoff.phrase;

import java.util.UUID;

/**
 * Something that agents write often.
 *
 * @param shortcut what is typed after the slash
 * @param text with {@code {name}} for the customer's name and {@code {agent}} for the agent's
 * @param shared the whole team's, which supervisors edit
 */
public record Phrase(UUID id, String shortcut, String text, boolean shared) {}

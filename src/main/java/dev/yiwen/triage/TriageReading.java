package dev.yiwen.triage;

import dev.yiwen.conversation.HandoffReason;
import java.util.List;
import java.util.Optional;

/**
 * What triage reads from a conversation so far.
 *
 * @param wishForHuman whether the customer's last message asks for a person
 * @param anger of the last message together with how it came to it, 0 (calm) to 1
 * @param handoff why a human must take over now, if so
 * @param signals what was noticed, e.g. {@code anger 0.62}, for the trace
 * @param signs what the customer said so far that matters to whoever takes over, oldest first
 * @param misses questions back to back, up to now, that the bot could not answer
 */
public record TriageReading(
        boolean wishForHuman,
        double anger,
        Optional<HandoffReason> handoff,
        List<String> signals,
        List<Sign> signs,
        int misses) {
    public TriageReading {
        signals = List.copyOf(signals);
        signs = List.copyOf(signs);
    }
}

package dev.yiwen.triage;

import dev.yiwen.conversation.HandoffReason;
import java.util.List;
import java.util.Optional;

/**
 * What triage reads from a conversation so far.
 *
 * @param wishForHuman whether the customer's last message asks for a person
 * @param anger of the last message together with how it came to it, 0 (calm) to 1
 * @param handoff why a human must take over, if so
 * @param askedAbout whether the reason is only asked about: an answer comes first, and a human when there is none
 * @param mild whether something was said that may be meant mildly: a human is offered beside the answer
 * @param signals what was noticed, e.g. {@code anger 0.62}, for the trace
 * @param signs what the customer said so far that matters to whoever takes over, oldest first
 * @param misses questions back to back, up to now, that the bot could not answer
 */
public record TriageReading(
        boolean wishForHuman,
        double anger,
        Optional<HandoffReason> handoff,
        boolean askedAbout,
        boolean mild,
        List<String> signals,
        List<Sign> signs,
        int misses) {
    public static final TriageReading NOTHING =
            new TriageReading(false, 0, Optional.empty(), false, false, List.of(), List.of(), 0);

    public TriageReading {
        signals = List.copyOf(signals);
        signs = List.copyOf(signs);
    }

    /** Why a human must take over before anything is looked up. */
    public Optional<HandoffReason> atOnce() {
        return handoff.filter(it -> !askedAbout);
    }
}

package dev.yiwen.handoff.packet;

import java.util.List;

/**
 * What a chat model wrote about a case and the transcript bears out.
 *
 * @param summary one or two lines
 * @param firstSentence empty when what it proposed was not fit to be sent
 */
record Composition(List<String> summary, String firstSentence) {
    static final Composition NONE = new Composition(List.of(), "");

    Composition {
        summary = List.copyOf(summary);
    }

    boolean isNothing() {
        return summary.isEmpty() && firstSentence.isEmpty();
    }
}

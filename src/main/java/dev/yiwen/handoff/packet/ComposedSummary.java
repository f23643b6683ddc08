package dev.yiwen.handoff.packet;

import dev.yiwen.llm.Redaction;
import dev.yiwen.privacy.PersonalData;
import java.util.List;

/**
 * What a chat model wrote about a case and the transcript bears out.
 *
 * @param summary one or two lines
 * @param firstSentence empty when what it proposed was not fit to be sent
 */
record ComposedSummary(List<String> summary, String firstSentence) {
    static final ComposedSummary NONE = new ComposedSummary(List.of(), "");

    ComposedSummary {
        summary = List.copyOf(summary);
    }

    /** With tokens in the place of personal data. A sentence for the customer cannot hold tokens: none is proposed then. */
    ComposedSummary masked(Redaction redaction) {
        return new ComposedSummary(
                summary.stream().map(redaction::masked).toList(),
                PersonalData.in(firstSentence).isEmpty() ? firstSentence : "");
    }

    boolean isNothing() {
        return summary.isEmpty() && firstSentence.isEmpty();
    }
}

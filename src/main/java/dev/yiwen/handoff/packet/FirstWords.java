package dev.yiwen.handoff.packet;

import dev.yiwen.privacy.Masked;
import java.util.List;

/** What a conversation was about, in a line. */
public final class FirstWords {
    private FirstWords() {}

    /** The customer's first informative sentence, masked; empty when they said nothing. */
    public static String of(List<String> said) {
        return Masked.text(Summary.firstLine(said.stream()));
    }
}

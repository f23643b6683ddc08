package dev.yiwen.channel.voice.audio;

import java.util.Optional;

/** Makes utterances of what a recogniser says: those of one stream are numbered, and partial words grow until the sentence replaces them. */
final class SpokenSentences {
    private final String stream;
    private final StringBuilder soFar = new StringBuilder();
    private int number = 1;

    /** @param stream what no other stream of the call is called */
    SpokenSentences(String stream) {
        this.stream = stream;
    }

    /** Words of an utterance. */
    record Utterance(String id, String text) {}

    /** The sentence as far as it is known. */
    Optional<Utterance> more(String text) {
        soFar.append(text);
        return utterance(soFar.toString());
    }

    /** The whole of it. Where nothing was said after all, the next sentence has the number, so that it replaces what was shown. */
    Optional<Utterance> whole(String text) {
        var whole = utterance(text);
        soFar.setLength(0);
        if (whole.isPresent()) {
            number++;
        }
        return whole;
    }

    /** What is known of a sentence of which no more will come. */
    Optional<Utterance> cut() {
        return soFar.isEmpty() ? Optional.empty() : whole(soFar.toString());
    }

    private Optional<Utterance> utterance(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new Utterance(stream + "-" + number, text.strip()));
    }
}

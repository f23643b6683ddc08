package dev.yiwen.answer.draft;

import dev.yiwen.llm.Redaction;
import dev.yiwen.retrieval.ProductWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What of a written text its passages support, sentence by sentence. */
public final class Supported {
    private Supported() {}

    /**
     * The sentences that hold, in their order; empty when none does.
     *
     * @param written by the person: no source for anything, but the tokens of its redaction may stand in the text
     * @param passages numbered from 1, as the text cites them
     */
    public static String of(String text, String written, List<String> passages) {
        var numbered = new ArrayList<EvidencePassage>();
        passages.forEach(it -> numbered.add(new EvidencePassage(numbered.size() + 1, it)));
        var verifier = new Verifier("", numbered, ProductWords.all(), Redaction.of(written));
        var sentences = new Sentences();
        var whole = new ArrayList<>(sentences.add(text));
        whole.addAll(sentences.end());
        return whole.stream()
                .filter(it -> it.isBlank() || verifier.check(it).holds())
                .map(Sentence::text)
                .collect(Collectors.joining())
                .strip();
    }
}

package dev.yiwen.answer.draft;

import dev.yiwen.answer.draft.Drafting.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A draft while it is written: what of it holds so far. Nothing of it is shown before it was checked. */
final class Draft {
    private static final String CANNOT = "无法回答";
    // A draft that lost more than this share of its text says too little.
    private static final double LEFT = 0.6;
    private static final int SHORTEST = 4;

    private final Verifier verifier;
    private final PromiseReading promises;
    private final Consumer<String> shown;
    private final Sentences sentences = new Sentences();
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder kept = new StringBuilder();
    private int written;
    private int held;
    private boolean over;
    private boolean wrong;

    /** Without a look at what it promises. */
    Draft(Verifier verifier, Consumer<String> shown) {
        this(verifier, sentence -> Optional.empty(), shown);
    }

    /**
     * @param promises of sentences that the verifier lets through
     * @param shown gets all that holds, each time that there is more
     */
    Draft(Verifier verifier, PromiseReading promises, Consumer<String> shown) {
        this.verifier = verifier;
        this.promises = promises;
        this.shown = shown;
    }

    synchronized void add(String part) {
        if (!over) {
            take(sentences.add(part));
        }
    }

    /** The text that holds, unless it says too little. */
    synchronized Optional<String> end() {
        if (!over) {
            take(sentences.end());
        }
        over = true;
        String text = kept.toString().strip();
        boolean enough = text.length() >= SHORTEST && (double) held / written >= LEFT;
        return enough && !declined() && !wrong ? Optional.of(text) : Optional.empty();
    }

    /** Whatever still comes is not shown any more. */
    synchronized void giveUp() {
        over = true;
    }

    synchronized boolean declined() {
        return lines.stream().anyMatch(line -> line.text().contains(CANNOT));
    }

    /** It promises what its article does not: then nobody believes the rest of it either. */
    synchronized boolean promisesWrongly() {
        return wrong;
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    private void take(List<Sentence> whole) {
        boolean more = false;
        for (Sentence sentence : whole) {
            if (sentence.isBlank()) {
                kept.append(sentence.text());
                continue;
            }
            var verdict = verifier.check(sentence);
            int length = sentence.text().strip().length();
            var flaw = verdict.flaw();
            if (flaw == null) {
                flaw = promises.flaw(sentence).orElse(null);
                wrong |= flaw != null;
            }
            lines.add(new Line(sentence.text().strip(), verdict.passages(), flaw));
            written += length;
            if (flaw == null) {
                kept.append(sentence.text());
                held += length;
                more = true;
            } else if (sentence.text().endsWith("\n") && !kept.isEmpty()) {
                // What follows stays a line of its own.
                kept.append('\n');
            }
        }
        if (more && !declined() && !wrong) {
            shown.accept(kept.toString().strip());
        }
    }
}

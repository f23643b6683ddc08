package dev.yiwen.retrieval.text;

import dev.yiwen.reading.Slots;
import org.jspecify.annotations.Nullable;

/** An article's question, read when it is first compared with another text. */
public final class Title {
    private final String text;
    private volatile @Nullable String normalised;
    private volatile @Nullable String key;
    private volatile @Nullable Slots definite;

    public Title(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** As {@link Normaliser#text} has it. */
    public String normalised() {
        var known = normalised;
        if (known == null) {
            known = Normaliser.text(text);
            normalised = known;
        }
        return known;
    }

    /** As {@link Normaliser#key} has it. */
    public String key() {
        var known = key;
        if (known == null) {
            known = Normaliser.key(text);
            key = known;
        }
        return known;
    }

    /** What it fixes. */
    public Slots definite() {
        var known = definite;
        if (known == null) {
            known = Slots.of(normalised());
            definite = known;
        }
        return known;
    }
}

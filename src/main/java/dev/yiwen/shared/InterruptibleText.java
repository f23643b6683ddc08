package dev.yiwen.shared;

import java.util.concurrent.CancellationException;

/**
 * A text for patterns that people write: a match over it ends with a {@link CancellationException} when its thread is
 * interrupted. Java's own matching does not hear that, however long it goes back and forth.
 */
public final class InterruptibleText implements CharSequence {
    private static final int LOOKS = 256;

    private final CharSequence text;
    private int looks;

    private InterruptibleText(CharSequence text) {
        this.text = text;
    }

    public static CharSequence of(CharSequence text) {
        return new InterruptibleText(text);
    }

    @Override
    public char charAt(int index) {
        if (++looks % LOOKS == 0 && Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The thread was interrupted while it compared a pattern");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.SnippetTokens;
import dev.yiwen.shared.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Cuts an article into passages: its question, each other phrasing, and the answer in windows of whole sentences. */
public final class Chunker {
    /** What a passage is to its article. */
    public enum Kind {
        QUESTION,
        PHRASING,
        ANSWER
    }

    record Piece(Kind kind, String text) {}

    private Chunker() {}

    static List<Piece> of(Article article, int length) {
        var pieces = new ArrayList<Piece>();
        if (!article.question().isBlank()) {
            pieces.add(new Piece(Kind.QUESTION, article.question().strip()));
        }
        article.phrasings().forEach(it -> pieces.add(new Piece(Kind.PHRASING, it.strip())));
        windows(PlainText.of(SnippetTokens.named(article.answer())), length)
                .forEach(it -> pieces.add(new Piece(Kind.ANSWER, it)));
        return pieces;
    }

    /** Whole sentences up to {@code length} characters a window; a longer sentence is cut. */
    public static List<String> windows(String text, int length) {
        var windows = new ArrayList<String>();
        var window = new StringBuilder();
        for (var sentence : sentences(text, length)) {
            if (!window.isEmpty() && window.length() + sentence.length() > length) {
                windows.add(window.toString().strip());
                window.setLength(0);
            }
            window.append(sentence);
        }
        if (!window.toString().isBlank()) {
            windows.add(window.toString().strip());
        }
        return windows;
    }

    private static List<String> sentences(String text, int length) {
        var sentences = new ArrayList<String>();
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean ends = "。！？!?；;\n".indexOf(text.charAt(i)) >= 0;
            if (ends || i + 1 - begin >= length) {
                sentences.add(text.substring(begin, i + 1));
                begin = i + 1;
            }
        }
        sentences.add(text.substring(begin));
        return sentences;
    }
}

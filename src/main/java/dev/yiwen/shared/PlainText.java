package dev.yiwen.shared;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown as a channel shows it that knows no marks: a message service, a passage that is searched. */
public final class PlainText {
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    private PlainText() {}

    /** The words, lists and addresses of {@code markdown} as they were written, without its marks. */
    public static String of(String markdown) {
        return AsWritten.restored(PLAIN.render(MARKDOWN.parse(AsWritten.prepared(markdown))))
                .strip();
    }
}

package dev.yiwen.knowledge.link;

import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.SnippetTokens;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Links in what an answer and its variants say: those of Markdown, and addresses that stand there as they are. */
final class LinkTexts {
    private static final int LONGEST = 2_000;
    private static final Pattern MARKDOWN = Pattern.compile("]\\(\\s*<?(https?://[^\\s)>]+)", Pattern.CASE_INSENSITIVE);
    /** Ends where Chinese goes on: nobody puts a space between. */
    private static final Pattern BARE =
            Pattern.compile("https?://[\\x21-\\x7e&&[^<>()\\[\\]\"'`|*\\\\]]+", Pattern.CASE_INSENSITIVE);

    private static final Pattern END = Pattern.compile("[.,;:!?]+$");

    private LinkTexts() {}

    /** In their order, each once. @param values of snippets by name, which may hold addresses */
    static Set<String> in(ArticleDraft content, Map<String, String> values) {
        var links = new LinkedHashSet<String>();
        Stream.concat(Stream.of(content.answer()), content.variants().stream().map(AnswerVariant::answer))
                .forEach(it -> links.addAll(in(SnippetTokens.filled(it, values))));
        return links;
    }

    static Set<String> in(String text) {
        var links = new LinkedHashSet<String>();
        MARKDOWN.matcher(text).results().forEach(it -> links.add(it.group(1)));
        var rest = MARKDOWN.matcher(text).replaceAll("](");
        BARE.matcher(rest)
                .results()
                .forEach(it -> links.add(END.matcher(it.group()).replaceAll("")));
        links.removeIf(it -> it.length() > LONGEST);
        return links;
    }
}

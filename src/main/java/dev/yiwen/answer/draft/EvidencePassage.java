package dev.yiwen.answer.draft;

import dev.yiwen.knowledge.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A numbered part of an article that a sentence may rest on: a paragraph, or a list with the line that leads to it. */
record EvidencePassage(int number, String text) {
    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");
    private static final Pattern HEADING = Pattern.compile("#{1,6} .*");
    private static final Pattern LISTED = Pattern.compile("(?s)\\s*(?:\\d{1,2}[.、)]|[-*+•|]).*");

    /** The article's answer in its order; numbers begin at 1. */
    static List<EvidencePassage> of(Article article) {
        var texts = new ArrayList<String>();
        boolean open = false;
        for (String block : BLANK_LINES.split(article.answer().strip())) {
            if (open || !texts.isEmpty() && LISTED.matcher(block).matches()) {
                texts.set(texts.size() - 1, texts.getLast() + "\n" + block);
            } else {
                texts.add(block);
            }
            open = HEADING.matcher(block).matches();
        }
        var passages = new ArrayList<EvidencePassage>();
        texts.forEach(text -> passages.add(new EvidencePassage(passages.size() + 1, text)));
        return List.copyOf(passages);
    }
}

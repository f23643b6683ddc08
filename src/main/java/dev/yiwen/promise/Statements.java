package dev.yiwen.promise;

import dev.yiwen.knowledge.Article;
import dev.yiwen.reading.Quantity;
import dev.yiwen.reading.SpokenAmounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts an article into its statements. */
final class Statements {
    private static final Pattern MARKS =
            Pattern.compile("\\*\\*|__|`|^\\s*(?:[-*+>]|\\d{1,2}[.、)](?!\\d))\\s+|^#+\\s*");
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*)$");
    private static final Pattern RULE = Pattern.compile("^[|\\s:-]+$");
    private static final Pattern END = Pattern.compile("(?<=[。；;！？])(?![」』”）)])|(?<=[。；;！？][」』”）)])");
    private static final Pattern PART = Pattern.compile("[，、；;：:（）()]|,(?!\\d)");
    private static final Pattern FORBIDDEN_PART = Pattern.compile("不能承诺|不能做|不能说|禁止|不得");
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?:不能|不要|禁止|不得|不可|别)(?:说|承诺|答应|保证)|(?:^|[，,。；])不(?:说|要说)");

    private Statements() {}

    static List<Statement> of(Article article) {
        var cut = new Cut(article);
        article.answer().lines().forEach(cut::line);
        return cut.found;
    }

    private static final class Cut {
        private final Article article;
        private final Set<String> title;
        private final List<Statement> found = new ArrayList<>();
        private String heading = "";
        private @Nullable List<String> columns;

        Cut(Article article) {
            this.article = article;
            var words = new HashSet<>(Wordage.of(SpokenAmounts.written(article.question())));
            article.phrasings().forEach(it -> words.addAll(Wordage.of(SpokenAmounts.written(it))));
            words.addAll(Wordage.of(SpokenAmounts.written(String.join("，", article.tags()))));
            this.title = words;
        }

        void line(String line) {
            var head = HEADING.matcher(line.strip());
            if (head.matches()) {
                heading = head.group(2);
                columns = null;
            } else if (line.strip().startsWith("|")) {
                row(line.strip());
            } else if (!line.isBlank()) {
                columns = null;
                sentences(MARKS.matcher(line).replaceAll(""));
            }
        }

        private void row(String line) {
            if (RULE.matcher(line).matches()) {
                return;
            }
            var cells = Arrays.stream(line.replaceAll("^\\||\\|$", "").split("\\|", -1))
                    .map(it -> MARKS.matcher(it).replaceAll("").strip())
                    .toList();
            var names = columns;
            if (names == null) {
                columns = cells;
                return;
            }
            var said = new StringBuilder();
            for (int at = 0; at < cells.size(); at++) {
                said.append(at == 0 ? "" : "，")
                        .append(at < names.size() ? names.get(at) + " " : "")
                        .append(cells.get(at));
            }
            add(said.toString(), String.join("，", names));
        }

        private void sentences(String line) {
            // What a list item is about stands before its colon, or is its first sentence.
            String lead = "";
            for (String sentence : END.split(line)) {
                if (!sentence.isBlank()) {
                    add(sentence.strip(), lead);
                    int colon = sentence.indexOf('：');
                    lead = lead.isEmpty() && colon > 0 ? sentence.substring(0, colon) : lead;
                }
            }
        }

        private void add(String text, String lead) {
            var context = new HashSet<>(title);
            context.addAll(Wordage.of(SpokenAmounts.written(heading + "，" + lead)));
            boolean forbidden = FORBIDDEN_PART.matcher(heading).find()
                    || FORBIDDEN.matcher(text).find();
            String written = SpokenAmounts.written(text);
            var beside = Quantity.in(written);
            var sentence = Wordage.of(written);
            for (String part : PART.split(text)) {
                if (!part.isBlank()) {
                    String own = SpokenAmounts.written(part);
                    found.add(new Statement(
                            article, text, Quantity.in(own), beside, Wordage.of(own), sentence, context, forbidden));
                }
            }
        }
    }
}

package dev.yiwen.knowledge.importing.source;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.StorableText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes articles of a document, one of each section: its heading asks, what stands below it answers. Where a document has questions
 * and answers marked as such, these are the sections. What an answer says last is where it stands.
 */
final class DocumentSections {
    private static final Pattern ASKS =
            Pattern.compile("^\\s*(?:\\*\\*)?(?:问题?|提问|[QqＱ])\\s*\\d{0,4}\\s*[:：.、．]\\s*(.{2,}?)(?:\\*\\*)?\\s*$");
    private static final Pattern ANSWERS =
            Pattern.compile("^\\s*(?:\\*\\*)?(?:答案?|回答|[AaＡ])\\s*\\d{0,4}\\s*[:：.、．](?:\\*\\*)?\\s*");
    private static final Pattern QUESTION = Pattern.compile(".*[?？吗呢]\\s*$");
    /** A heading of so many characters is understood without those above it. */
    private static final int SPEAKS_FOR_ITSELF = 8;

    private static final int LONGEST_QUESTION = 190;
    private static final int LONGEST_PART = 18_000;

    /** @param row where it stands: a page or a line */
    private record Heading(int level, String text, int row) {}

    private final String file;
    private final ReadSource source;
    private final List<Heading> above = new ArrayList<>();
    private final Set<Heading> answered = new HashSet<>();
    private final StringBuilder body = new StringBuilder();
    private final List<Remark> remarks = new ArrayList<>();
    private String asked = "";
    private boolean answering;
    private int begun;
    private int page;
    private boolean paged;
    private int found;

    DocumentSections(String file, ReadSource source) {
        this.file = file;
        this.source = source;
    }

    /** From here on it is that page, which then is the place of a section. */
    void page(int number) {
        page = number;
        paged = true;
    }

    void heading(int level, String text, int row) {
        flush();
        leave(level);
        if (!text.isBlank()) {
            above.add(new Heading(level, text.strip(), paged ? page : Math.max(1, row)));
        }
        begin(row);
    }

    /** What stood under headings of this level and below has ended; those under which nothing stood must not vanish. */
    private void leave(int level) {
        while (!above.isEmpty() && above.getLast().level() >= level) {
            var last = above.getLast();
            if (!answered.contains(last)) {
                source.add(new BrokenRow(
                        new RowPlace(file, path(), last.row()), last.text(), Remark.of("section-without-text")));
                // Said once: what it stands under is not empty.
                answered.addAll(above);
            }
            above.removeLast();
        }
    }

    /** A paragraph, list item or table, which stands by itself. */
    void block(String text, int row) {
        if (text.isBlank()) {
            return;
        }
        if (!body.isEmpty()) {
            body.append("\n");
        }
        line(text, row);
    }

    /** A line as it is to stay. */
    void line(String text, int row) {
        var asks = ASKS.matcher(text);
        if (asks.matches()) {
            flush();
            begin(row);
            asked = asks.group(1).strip();
            answering = false;
            return;
        }
        if (begun == 0) {
            begin(row);
        }
        var rest = !asked.isEmpty() && !answering ? ANSWERS.matcher(text).replaceFirst("") : text;
        answering = answering || !rest.isBlank();
        body.append(rest).append('\n');
    }

    /** Of the section at hand. */
    void remark(Remark remark) {
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    /** Whether anything has become an article. */
    boolean end() {
        flush();
        leave(0);
        return found > 0;
    }

    /** The name of a table of questions here, whose rows are articles of their own. */
    String table(int number) {
        answered.addAll(above);
        return (above.isEmpty() ? "" : path() + " › ") + "[" + number + "]";
    }

    private String path() {
        return above.stream().map(Heading::text).collect(Collectors.joining(" › "));
    }

    private void begin(int row) {
        begun = paged ? page : Math.max(1, row);
        asked = "";
    }

    private void flush() {
        var answer = body.toString().strip();
        var said = List.copyOf(remarks);
        var question = asked.isEmpty() ? question() : asked;
        body.setLength(0);
        remarks.clear();
        int at = Math.max(1, begun);
        if (answer.isEmpty()) {
            if (!asked.isEmpty()) {
                source.add(new BrokenRow(new RowPlace(file, path(), at), asked, Remark.of("answer-missing")));
                answered.addAll(above);
            }
            begun = 0;
            asked = "";
            return;
        }
        var parts = parts(answer);
        for (int i = 0; i < parts.size(); i++) {
            var title = parts.size() == 1 ? question : question + " (" + (i + 1) + "/" + parts.size() + ")";
            source.add(row(at, title, parts.get(i), said));
            found++;
        }
        answered.addAll(above);
        begun = 0;
        asked = "";
    }

    private SourceRow row(int at, String question, String answer, List<Remark> said) {
        var place = new RowPlace(file, path(), at);
        var draft = new ArticleDraft(
                StorableText.of(question),
                List.of(),
                StorableText.of(answer) + "\n\n" + citation(at),
                Audience.CUSTOMER,
                "通用",
                null,
                null,
                List.of());
        var fault = DraftCheck.fault(draft);
        return fault.isPresent()
                ? new BrokenRow(place, draft.question(), fault.get())
                : new ReadRow(
                        place,
                        Slugs.of(Slugs.topic(Slugs.stem(file), "articles"), path() + question),
                        false,
                        "",
                        draft,
                        EnumSet.of(ArticleField.QUESTION, ArticleField.ANSWER),
                        said);
    }

    /** The document, the headings or the page. */
    private String citation(int at) {
        var name = file.substring(file.lastIndexOf('/') + 1);
        var where = paged ? "p. " + at : path();
        return "*《" + name + "》" + (where.isEmpty() ? "" : " " + where) + "*";
    }

    /** What a comparison leaves out: where a text stands is no part of what it says. */
    static String withoutCitation(String answer) {
        int last = answer.lastIndexOf("\n\n*《");
        return last >= 0 && answer.endsWith("*") ? answer.substring(0, last) : answer;
    }

    private String question() {
        if (above.isEmpty()) {
            var stem = Slugs.stem(file);
            return paged && found > 0 ? stem + " p. " + begun : stem;
        }
        var last = above.getLast().text();
        boolean clear = above.size() == 1
                || last.length() >= SPEAKS_FOR_ITSELF
                || QUESTION.matcher(last).matches();
        var question = clear ? last : above.get(above.size() - 2).text() + " " + last;
        return question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question;
    }

    /** Of a section that is longer than an answer may be, ended between paragraphs where that is possible. */
    private static List<String> parts(String answer) {
        var parts = new ArrayList<String>();
        var rest = answer;
        while (rest.length() > LONGEST_PART) {
            int cut = rest.lastIndexOf("\n\n", LONGEST_PART);
            cut = cut > LONGEST_PART / 2 ? cut : rest.lastIndexOf('\n', LONGEST_PART);
            cut = cut > LONGEST_PART / 2
                    ? cut
                    : LONGEST_PART - (Character.isHighSurrogate(rest.charAt(LONGEST_PART - 1)) ? 1 : 0);
            parts.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        parts.add(rest);
        return parts;
    }
}

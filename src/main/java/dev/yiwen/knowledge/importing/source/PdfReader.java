package dev.yiwen.knowledge.importing.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads the text of a PDF, which knows lines and no paragraphs: numbered headings begin sections, else each page is one. Where a
 * page has columns or a table, nobody can say from the text alone what belongs together: that is said, for somebody to look.
 */
final class PdfReader {
    private static final Pattern HEADING = Pattern.compile(
            "(?:第[一二三四五六七八九十百零〇\\d]{1,6}[章节条篇部].{0,40}|[一二三四五六七八九十]{1,3}[、.．].{1,40}|[（(][一二三四五六七八九十]{1,3}[）)].{1,40}"
                    + "|\\d{1,2}(?:\\.\\d{1,2}){0,3}[.、．\\s]\\s*[\\p{L}].{0,40})");
    private static final Pattern SENTENCE = Pattern.compile(".*[。；;，,：:]$");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "\\s*(?:[-–—]?\\s*\\d{1,4}\\s*[-–—]?|第\\s*\\d+\\s*页.{0,12}|(?:Page\\s*)?\\d+\\s*(?:/|of)\\s*\\d+)\\s*");
    private static final int MOST_PAGES = 2_000;

    private record Line(int page, String text) {}

    private PdfReader() {}

    static void read(String file, byte[] content, ReadSource source) throws IOException {
        try (var document = Loader.loadPDF(content)) {
            read(file, document, source);
        } catch (InvalidPasswordException e) {
            source.broken(RowPlace.of(file), "encrypted");
        }
    }

    private static void read(String file, PDDocument document, ReadSource source) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages > MOST_PAGES) {
            source.broken(RowPlace.of(file), "pages-many", "pages", pages, "most", MOST_PAGES);
            return;
        }
        Map<Integer, PageLines> texts = new HashMap<>();
        int empty = 0;
        for (int i = 1; i <= pages; i++) {
            var page = PageLines.of(document, i);
            texts.put(i, page);
            empty += page.isEmpty() ? 1 : 0;
        }
        if (empty == pages) {
            source.broken(RowPlace.of(file), "no-text", "pages", pages);
            return;
        }
        var lines = texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(page -> page.getValue().lines().stream()
                        .filter(it -> !PAGE_NUMBER.matcher(it).matches())
                        .map(it -> new Line(page.getKey(), it)))
                .toList();
        var headings = headings(lines);
        var sections = new DocumentSections(file, source);
        int next = 0;
        for (int i = 1; i <= pages; i++) {
            var page = texts.getOrDefault(i, PageLines.NONE);
            sections.page(i);
            if (page.isEmpty()) {
                // One page of a text that was scanned holds what nobody will find.
                source.add(BrokenRow.of(RowPlace.of(file, i), "page-without-text", "page", i));
                continue;
            }
            if (headings.isEmpty() && i > 1) {
                sections.heading(1, "", i);
            }
            for (; next < lines.size() && lines.get(next).page() == i; next++) {
                var line = lines.get(next).text();
                if (headings.contains(next)) {
                    sections.heading(level(line), line, i);
                } else {
                    sections.line(line, i);
                }
                if (page.uncertain()) {
                    sections.remark(Remark.of("page-columns", "page", i));
                }
            }
        }
        sections.end();
    }

    /** The places of those that begin sections; one alone is a title. Numbered lines one after the other are a list. */
    private static Set<Integer> headings(List<Line> lines) {
        var headings = IntStream.range(0, lines.size())
                .filter(i -> isHeading(lines.get(i).text()) && !isLike(lines, i, i - 1) && !isLike(lines, i, i + 1))
                .boxed()
                .collect(Collectors.toSet());
        return headings.size() > 1 ? headings : Set.of();
    }

    private static boolean isLike(List<Line> lines, int one, int other) {
        return other >= 0
                && other < lines.size()
                && isHeading(lines.get(other).text())
                && level(lines.get(one).text()) == level(lines.get(other).text());
    }

    private static boolean isHeading(String line) {
        var text = line.strip();
        return HEADING.matcher(text).matches() && !SENTENCE.matcher(text).matches();
    }

    /** 第一章 above 第一节 above 第1条; 1 above 1.1. */
    private static int level(String line) {
        var text = line.strip();
        if (text.startsWith("第")) {
            return text.matches("第.{1,6}[章篇部].*") ? 1 : text.matches("第.{1,6}节.*") ? 2 : 3;
        }
        if (text.startsWith("（") || text.startsWith("(")) {
            return 3;
        }
        var number = text.split("[、\\s]", 2)[0];
        return Character.isDigit(text.charAt(0))
                ? 2
                        + (int) number.replaceAll("[.．]$", "")
                                .chars()
                                .filter(it -> it == '.')
                                .count()
                : 2;
    }
}

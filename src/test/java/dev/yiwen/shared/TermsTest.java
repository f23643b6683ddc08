package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one thing, in all that users read: {@code messages/terms.tsv} says which. */
class TermsTest {
    private static final Path TERMS = Path.of("src/main/resources/messages/terms.tsv");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** What customers say is theirs. */
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|「[^」]*」");

    private static final Pattern REMARK = Pattern.compile("^\\s*(?:\\*|/\\*|//|#).*");
    /** Names and searched words of emoji; words by which safety is recognised. */
    private static final Pattern NOT_SAID = Pattern.compile("common/emoji/list\\.ts$");

    /** Questions that are asked in Chinese, the name of the language, patterns of what customers say. */
    private static final Pattern CHINESE_ALL_THE_SAME = Pattern.compile(
            "^\\s*(?:[qp]\\d|try\\d|trialExample\\d|otherLanguage):.*|.*\\.cues=.*|handoff\\.mark\\.tags\\..*");

    record Term(Pattern wrong, String right) {}

    @Test
    void every_chinese_text_uses_the_words_that_were_agreed_on() throws IOException {
        var terms = Files.readAllLines(TERMS).stream()
                .filter(it -> !it.startsWith("#"))
                .map(it -> it.split("\t"))
                .map(it -> new Term(Pattern.compile(it[0]), it[1]))
                .toList();
        assertThat(terms).hasSizeGreaterThan(5);

        var wrong = new ArrayList<String>();
        for (var file : said()) {
            for (var line : Files.readAllLines(file)) {
                if (!REMARK.matcher(line).matches()) {
                    var words = QUOTED.matcher(line).replaceAll("");
                    terms.stream()
                            .filter(it -> it.wrong().matcher(words).find())
                            .forEach(it -> wrong.add(file + ": " + it.right() + " ← " + line.strip()));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void english_texts_are_wholly_english() throws IOException {
        var chinese = new ArrayList<String>();
        for (var file : said()) {
            english(file).stream()
                    .filter(it -> HAN.matcher(it).find() && !REMARK.matcher(it).matches())
                    .filter(it -> !CHINESE_ALL_THE_SAME.matcher(it).matches())
                    .forEach(it -> chinese.add(file + ": " + it.strip()));
        }

        assertThat(chinese).isEmpty();
    }

    /** The lines of a file that are shown in English. */
    private static List<String> english(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (name.endsWith("_en.properties") || name.equals("en.ts")) {
            return Files.readAllLines(file);
        }
        var text = Files.readString(file);
        int second = text.contains("bundle(") ? text.indexOf("\n  },\n  {\n") : -1;
        int end = second < 0 ? -1 : text.indexOf("\n);", second);
        return second < 0
                ? List.of()
                : text.substring(second, end < 0 ? text.length() : end).lines().toList();
    }

    private static List<Path> said() throws IOException {
        try (var pages = Files.walk(Path.of("src/main/web"));
                var messages = Files.walk(Path.of("src/main/resources/messages"))) {
            return Stream.concat(pages, messages)
                    .filter(Files::isRegularFile)
                    .filter(it -> it.toString().matches(".*\\.(?:ts|html|properties)"))
                    .filter(it -> !NOT_SAID.matcher(it.toString()).find())
                    .sorted()
                    .toList();
        }
    }
}

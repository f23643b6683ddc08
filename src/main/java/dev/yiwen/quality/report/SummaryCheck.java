package dev.yiwen.quality.report;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a summary says nothing in numbers that the report does not: each number of a sentence stands, written the same, in a row of the
 * report whose name is in the sentence, or in the report's own sentences. Numbers in Chinese characters, halves and multiples are not
 * compared but refused.
 */
final class SummaryCheck {
    private static final Pattern NUMBER = Pattern.compile("\\d++(?::\\d{2})++|\\d++(?:,\\d{3})*+(?:\\.\\d++)?+%?+");
    private static final Pattern SENTENCE = Pattern.compile("[。！？；\\n]");
    private static final Pattern IN_WORDS = Pattern.compile("[零〇一二两三四五六七八九十百千万亿几半倍壹贰叁肆伍陆柒捌玖拾佰仟]");
    private static final Pattern HARMLESS = Pattern.compile("进一步|一些|一定|一致|一直|一方面|同一|百分点|百分比");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");

    private final Set<String> everywhere;
    private final List<Row> rows;
    private final String all;

    private record Row(String name, Set<String> numbers) {}

    SummaryCheck(PaperView paper) {
        this.rows = paper.sections().stream()
                .flatMap(it -> it.tables().stream())
                .flatMap(it -> it.rows().stream())
                .filter(it -> !it.isEmpty())
                .map(it -> new Row(
                        plain(it.getFirst().text()),
                        it.stream()
                                .skip(1)
                                .flatMap(cell -> numbers(plain(cell.text())))
                                .collect(Collectors.toSet())))
                .sorted(Comparator.comparingInt((Row it) -> it.name().length()).reversed())
                .toList();
        var said = Stream.concat(
                        Stream.of(paper.title(), paper.days()),
                        paper.sections().stream().flatMap(it -> it.texts().stream()))
                .map(SummaryCheck::plain)
                .toList();
        this.everywhere = said.stream().flatMap(SummaryCheck::numbers).collect(Collectors.toSet());
        this.all = String.join("\n", said) + rows.stream().map(Row::name).collect(Collectors.joining("\n", "\n", ""));
    }

    boolean holds(String summary) {
        return !summary.isBlank()
                && SENTENCE.splitAsStream(plain(summary)).allMatch(this::sentence)
                && LATIN.matcher(plain(summary)).results().allMatch(it -> all.contains(it.group()));
    }

    private boolean sentence(String sentence) {
        var allowed = new HashSet<>(everywhere);
        var rest = sentence;
        for (var row : rows) {
            // The longest first, so that one name within another is not taken for itself.
            if (!row.name().isEmpty() && rest.contains(row.name())) {
                allowed.addAll(row.numbers());
                if (row.name().length() > 1) {
                    rest = rest.replace(row.name(), " ");
                    allowed.addAll(ofSameName(row.name()));
                }
            }
        }
        return numbers(rest).allMatch(allowed::contains)
                && !IN_WORDS.matcher(HARMLESS.matcher(rest).replaceAll(" ")).find();
    }

    /** A topic has rows in several tables. */
    private Set<String> ofSameName(String name) {
        return rows.stream()
                .filter(it -> it.name().equals(name))
                .flatMap(it -> it.numbers().stream())
                .collect(Collectors.toSet());
    }

    private static Stream<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(it -> it.group());
    }

    /** Full-width digits and signs are the usual ones. */
    private static String plain(String text) {
        return Normalizer.normalize(text.replaceAll("[；。！？]", "\n"), Normalizer.Form.NFKC);
    }
}

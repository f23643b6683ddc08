package dev.yiwen.knowledge.importing.source;

import dev.yiwen.knowledge.importing.RemarkWords;
import dev.yiwen.shared.Messages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What is read of one file. */
record SourceCase(ReadSource source) {
    private static final RemarkWords WORDS = new RemarkWords(new Messages());

    static SourceCase of(String name, byte[] content) {
        return new SourceCase(SourceFiles.read(List.of(new FileBytes(name, content)), ColumnChoice.NONE));
    }

    static SourceCase of(String name, String content) {
        return of(name, content.getBytes(StandardCharsets.UTF_8));
    }

    List<ReadRow> articles() {
        return source.rows().stream()
                .filter(ReadRow.class::isInstance)
                .map(ReadRow.class::cast)
                .toList();
    }

    ReadRow article() {
        return articles().getFirst();
    }

    List<String> answers() {
        return articles().stream().map(it -> it.draft().answer()).toList();
    }

    List<String> questions() {
        return articles().stream().map(ReadRow::question).toList();
    }

    /** {@code sheet:row words}. */
    List<String> faults() {
        return source.rows().stream()
                .filter(BrokenRow.class::isInstance)
                .map(BrokenRow.class::cast)
                .map(it -> it.place().sheet() + ":" + it.place().row() + " " + WORDS.of(it.why(), Locale.ENGLISH))
                .toList();
    }

    List<String> notes() {
        return source.notes().stream()
                .map(it -> WORDS.of(it.remark(), Locale.ENGLISH))
                .toList();
    }

    static List<String> words(ReadRow row) {
        return row.remarks().stream().map(it -> WORDS.of(it, Locale.ENGLISH)).toList();
    }
}

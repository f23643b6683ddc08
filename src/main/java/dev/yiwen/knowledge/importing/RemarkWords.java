package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.importing.source.Remark;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Remarks in the words of a language. */
@Singleton
public class RemarkWords {
    private static final String PREFIX = "knowledge.import.";
    private static final String FIELDS = "fields";

    private final Messages messages;

    public RemarkWords(Messages messages) {
        this.messages = messages;
    }

    public String of(Remark remark, Locale language) {
        var facts = new TreeMap<>(remark.facts());
        facts.computeIfPresent(
                FIELDS,
                (name, fields) -> Arrays.stream(fields.split(","))
                        .map(it -> messages.text(language, PREFIX + "field." + it, java.util.Map.of()))
                        .collect(Collectors.joining(language.getLanguage().equals("zh") ? "、" : ", ")));
        return messages.text(language, PREFIX + remark.key(), facts);
    }

    public String outcome(RowOutcome outcome, Locale language) {
        return messages.text(language, PREFIX + "outcome." + outcome, java.util.Map.of());
    }

    /** The header of the column that says what became of a row. */
    String column(Locale language) {
        return messages.text(language, PREFIX + "column", java.util.Map.of());
    }

    public String of(List<Remark> remarks, Locale language) {
        return remarks.stream()
                .map(it -> of(it, language))
                .collect(Collectors.joining(language.getLanguage().equals("zh") ? "；" : "; "));
    }
}

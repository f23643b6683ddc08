package dev.yiwen.triage;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What editors added to the words of each kind, in the form in which messages are compared, as this instance last read it. */
@Singleton
public final class EditorWordList {
    /** The kind of words by which customers ask for a human; the others are named for speech acts. */
    public static final String WISH = "WISH";

    private volatile Map<String, List<String>> forms = Map.of();

    /** @param form in that of its kind: {@link Wording} for a wish */
    public record Form(String kind, String form) {}

    public void replace(List<Form> read) {
        forms = read.stream()
                .sorted(Comparator.comparingInt((Form it) -> it.form().length())
                        .reversed()
                        .thenComparing(Form::form))
                .collect(Collectors.groupingBy(
                        Form::kind, Collectors.mapping(Form::form, Collectors.toUnmodifiableList())));
    }

    /** By kind, the longest first. */
    public Map<String, List<String>> forms() {
        return forms;
    }

    List<CueList.Hit> wishes(String wording) {
        return forms.getOrDefault(WISH, List.of()).stream()
                .filter(it -> said(wording, it))
                .map(it -> new CueList.Hit(it, 1, Sense.MEANT))
                .toList();
    }

    /** Letters and digits mean something as words only: "kf" is in no order number. */
    private static boolean said(String wording, String form) {
        for (int at = wording.indexOf(form); at >= 0; at = wording.indexOf(form, at + 1)) {
            if (!goesOn(wording, at, form)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word or number that stands there is a longer one. */
    static boolean goesOn(String wording, int at, String form) {
        int end = at + form.length();
        return at > 0 && isLatin(wording.charAt(at - 1)) && isLatin(form.charAt(0))
                || end < wording.length() && isLatin(wording.charAt(end)) && isLatin(form.charAt(form.length() - 1));
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
    }
}

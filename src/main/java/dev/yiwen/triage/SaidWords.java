package dev.yiwen.triage;

import java.util.List;

/** Finds words in a text as cues are found: 妈的 stands in 妈的怎么又断了 and not in 我妈的手机. */
public final class SaidWords {
    private static final CueContext CONTEXT = new CueContext("insult");

    private SaidWords() {}

    /** The form in which words are compared. */
    public static String form(String words) {
        return Wording.of(words);
    }

    /** Those of the forms that somebody says and means; not what he quotes, denies or has inside of another word. */
    public static List<String> in(String text, List<String> forms) {
        var wording = new CutWording(Wording.of(text));
        var quoted = Quotes.of(text);
        return forms.stream()
                .filter(form -> !form.isEmpty() && isSaid(wording, form) && !quoted.holds(form))
                .toList();
    }

    private static boolean isSaid(CutWording wording, String form) {
        String text = wording.text();
        for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            int end = at + form.length();
            if (!EditorWordList.goesOn(text, at, form) && CONTEXT.of(wording, at, end) == Sense.MEANT) {
                return true;
            }
        }
        return false;
    }
}

package dev.yiwen.answer.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts what is being written into sentences. One is whole when the next begins, since a citation may stand after its full
 * stop as well as before.
 */
final class Sentences {
    private static final Pattern CITATION =
            Pattern.compile("\\s*[\\[【［]\\s*(\\d{1,2}(?:\\s*[,，、]\\s*\\d{1,2})*)\\s*[]】］](?!\\()");
    private static final Pattern WHOLE = Pattern.compile("[^。！？!?；;\\n]*(?:[。！？!?；;]+[”’」』）)]?(?:" + CITATION.pattern()
            + ")*[ \\t]*\\n?|(?:" + CITATION.pattern() + ")*\\n+)");
    // What may still become a citation, or part of the end.
    private static final Pattern UNDECIDED = Pattern.compile("[\\s\\[【［\\d,，、。！？!?；;”’」』）)]*");

    private final StringBuilder rest = new StringBuilder();

    /** The sentences that are whole with this part. */
    List<Sentence> add(String part) {
        rest.append(part);
        var whole = new ArrayList<Sentence>();
        Matcher found = WHOLE.matcher(rest);
        int taken = 0;
        while (found.find(taken) && found.start() == taken && !isUndecided(found.end())) {
            whole.add(sentence(found.group()));
            taken = found.end();
        }
        rest.delete(0, taken);
        return whole;
    }

    /** What is left when nothing more comes. */
    List<Sentence> end() {
        var whole = new ArrayList<>(add("\u0000"));
        String last = rest.toString().replace("\u0000", "");
        rest.setLength(0);
        if (!last.isBlank()) {
            whole.add(sentence(last));
        }
        return whole;
    }

    private boolean isUndecided(int from) {
        return UNDECIDED.matcher(rest.substring(from)).matches();
    }

    private static Sentence sentence(String text) {
        var cited = new LinkedHashSet<Integer>();
        Matcher citation = CITATION.matcher(text);
        while (citation.find()) {
            for (String number : citation.group(1).split("[,，、]")) {
                cited.add(Integer.valueOf(number.strip()));
            }
        }
        return new Sentence(citation.reset().replaceAll(""), cited);
    }
}

package dev.yiwen.quality.score;

import static java.util.Objects.requireNonNull;

import dev.yiwen.triage.SaidWords;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a text holds a cue. Nothing here goes back and forth over a text: words are looked for one after the other. */
final class CueMatch {
    static final double ANGRY = 0.6;
    /** How many characters {@code …} may stand for. */
    private static final int GAP = 12;

    private static final Pattern APART = Pattern.compile("…++|\\.{3,}+");
    private static final Pattern FIGURES =
            Pattern.compile("\\d{1,9}+(?:\\.\\d{1,2}+)?+\\s?+(?:元|块|GB|G|MB|M|分钟|月\\d|积分)", Pattern.CASE_INSENSITIVE);

    private final Criterion.Cue cue;
    private final TalkSense sense;
    private final List<List<String>> words;
    private final List<String> except;
    private final boolean forbidding;

    /** @param forbidding whether who says it is blamed: what they quote, deny or have inside of another word is not said then */
    CueMatch(Criterion.Cue cue, TalkSense sense, boolean forbidding) {
        this.cue = cue;
        this.sense = sense;
        this.forbidding = forbidding;
        this.words = requireNonNull(cue.words()).stream()
                .map(it -> Arrays.stream(APART.split(it))
                        .map(SaidWords::form)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .filter(it -> !it.isEmpty())
                .toList();
        this.except = requireNonNull(cue.except()).stream()
                .map(SaidWords::form)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    boolean in(JudgedTalk.Turn turn) {
        boolean right = cue.isOfCustomer() ? turn.isCustomers() : turn.serves();
        return right && in(turn.text());
    }

    private boolean in(String text) {
        var sign = cue.sign();
        return (sign != null && !looksLike(text) && hasSign(sign, text)) || hasWords(text);
    }

    private boolean looksLike(String text) {
        var form = except.isEmpty() ? "" : SaidWords.form(text);
        return except.stream().anyMatch(form::contains);
    }

    private boolean hasSign(Criterion.Sign sign, String text) {
        return switch (sign) {
            case ANGER -> sense.anger(text) >= ANGRY;
            case COMPLAINT -> sense.complains(text);
            case HUMAN -> sense.wantsHuman(text);
            case FIGURES -> FIGURES.matcher(text).find();
            // A notice, not words.
            case HANDOFF -> false;
        };
    }

    private boolean hasWords(String text) {
        if (words.isEmpty()) {
            return false;
        }
        var form = SaidWords.form(text);
        for (var like : except) {
            form = form.replace(like, "\n");
        }
        for (var parts : words) {
            if (holds(form, parts)
                    && (!forbidding
                            || !SaidWords.in(text, List.of(parts.getFirst())).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String text, List<String> parts) {
        var first = parts.getFirst();
        for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
            int end = at + first.length();
            int found = 1;
            while (found < parts.size()) {
                int next = text.indexOf(parts.get(found), end);
                if (next < 0 || next - end > GAP) {
                    break;
                }
                end = next + parts.get(found++).length();
            }
            if (found == parts.size()) {
                return true;
            }
        }
        return false;
    }
}

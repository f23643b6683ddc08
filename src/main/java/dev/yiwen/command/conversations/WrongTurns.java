package dev.yiwen.command.conversations;

import java.util.List;

/** What went wrong, for people to read. */
final class WrongTurns {

    /** Which conversations are printed. */
    enum Show {
        NONE,
        WRONG,
        ALL
    }

    private WrongTurns() {}

    /** As {@link #of} of those that are to be shown; empty for the others. */
    static String of(Script script, List<Play.Outcome> outcomes, Show show) {
        boolean useful = outcomes.stream().allMatch(it -> it.judgement().rightOrClarify());
        return switch (show) {
            case NONE -> "";
            case WRONG -> useful ? "" : of(script, outcomes);
            case ALL -> of(script, outcomes);
        };
    }

    /** The conversation; turns that were no use are marked ✗, others that asked back instead of answering ?. */
    static String of(Script script, List<Play.Outcome> outcomes) {
        var text = new StringBuilder("\n").append(script.name()).append('\n');
        for (Play.Outcome outcome : outcomes) {
            text.append(mark(outcome)).append(outcome.said());
            text.append(" → ").append(String.join(", ", outcome.got()));
            if (!outcome.right() || !outcome.judgement().rightOrClarify()) {
                text.append("   expected ").append(outcome.expected());
                text.append(outcome.afterTap() && !outcome.right() ? " (offered)" : "");
                text.append(outcome.judgement().opposite() ? " (opposite)" : "");
                text.append(" [").append(outcome.turn().kind()).append(']');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String mark(Play.Outcome outcome) {
        if (!outcome.judgement().rightOrClarify()) {
            return "  ✗ ";
        }
        return outcome.right() ? "    " : "  ? ";
    }
}

package dev.yiwen.command.conversations;

import java.util.List;

/** What went wrong, for people to read. */
final class WrongTurns {
    private WrongTurns() {}

    /** The conversation up to its last wrong turn, wrong ones marked ✗; empty when all were right. */
    static String of(Script script, List<Play.Outcome> outcomes) {
        if (outcomes.stream().allMatch(Play.Outcome::right)) {
            return "";
        }
        var text = new StringBuilder("\n").append(script.name()).append('\n');
        for (Play.Outcome outcome : outcomes) {
            text.append(outcome.right() ? "    " : "  ✗ ").append(outcome.said());
            text.append(" → ").append(String.join(", ", outcome.got()));
            if (!outcome.right()) {
                text.append("   expected ").append(outcome.expected());
                text.append(outcome.afterTap() ? " (offered)" : "");
                text.append(" [").append(outcome.turn().kind()).append(']');
            }
            text.append('\n');
        }
        return text.toString();
    }
}

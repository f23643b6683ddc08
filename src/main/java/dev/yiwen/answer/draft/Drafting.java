package dev.yiwen.answer.draft;

import dev.yiwen.llm.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the chat model was asked and what came of it, as stored with the turn. Personal data is not in it: it shows what the
 * model saw.
 *
 * @param outcome {@code USED}, {@code DECLINED}, {@code TOO_LITTLE}, or the fault for which the reply was not used
 * @param lines what it wrote, sentence by sentence
 */
public record Drafting(String model, String outcome, String system, String user, List<Line> lines, Usage usage) {

    /**
     * @param passages that it rests on, by their numbers in the prompt
     * @param flaw why it was dropped, or null
     */
    public record Line(
            String text, List<Integer> passages, @Nullable Flaw flaw) {
        public Line {
            passages = List.copyOf(passages);
        }
    }

    public Drafting {
        lines = List.copyOf(lines);
    }
}

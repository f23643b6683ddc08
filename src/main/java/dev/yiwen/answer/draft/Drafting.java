package dev.yiwen.answer.draft;

import dev.yiwen.llm.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the chat model was asked and what came of it, as stored with the turn. Personal data is not in it: it shows what the
 * model saw.
 *
 * @param outcome {@code USED}, {@code DECLINED}, {@code TOO_LITTLE}, {@code WRONG_PROMISE}, or the fault for which the reply was not used
 * @param lines what it wrote, sentence by sentence
 * @param looked what it looked up before
 */
public record Drafting(
        String model, String outcome, String system, String user, List<Line> lines, List<Looked> looked, Usage usage) {

    /**
     * A live fact that it asked for, of the customer of the conversation.
     *
     * @param fact its name in the catalogue, or what the model called it
     * @param passage by which its sentences cite it; null when nothing came of it
     * @param words what it was told
     */
    public record Looked(String fact, @Nullable Integer passage, String words) {}

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
        // Turns that were stored before there were any.
        looked = looked == null ? List.of() : List.copyOf(looked);
    }
}

package dev.yiwen.answer.reading;

import java.util.List;

/**
 * Where a conversation stands before a message, as far as the bot has understood it. It is read from the transcript.
 *
 * @param topic the standard question answered last, or the customer's words that the bot asked back to; empty at the beginning
 * @param slots what was said of place, time and amount
 * @param pending the question that the bot asked back to, with the replies so far; empty when it did not ask back
 * @param offered the questions offered last
 * @param refused those offered that were not meant
 * @param confidence how sure the bot was when it asked back
 */
public record DialogueState(
        String topic,
        List<String> slots,
        String pending,
        List<String> offered,
        List<String> refused,
        double confidence) {
    public static final DialogueState NONE = new DialogueState("", List.of(), "", List.of(), List.of(), 0);

    public DialogueState {
        slots = List.copyOf(slots);
        offered = List.copyOf(offered);
        refused = List.copyOf(refused);
    }
}

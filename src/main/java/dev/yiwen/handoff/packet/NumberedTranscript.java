package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import java.util.List;
import java.util.stream.Collectors;

/** A conversation as a chat model reads it: a line a message, with its number and who said it. */
public final class NumberedTranscript {
    /** Of a long conversation the end says what is wanted now. */
    private static final int MESSAGES_SHOWN = 40;

    private static final int LONGEST_MESSAGE = 300;

    private NumberedTranscript() {}

    public static List<Message> shown(List<Message> transcript) {
        return transcript.subList(Math.max(0, transcript.size() - MESSAGES_SHOWN), transcript.size());
    }

    public static String text(List<Message> shown) {
        return shown.stream().map(NumberedTranscript::line).collect(Collectors.joining("\n"));
    }

    /** People's words cannot pose as a line of another message. */
    private static String line(Message message) {
        var text =
                message.body().text().replaceAll("\\s+", " ").replace("[", "【").replace("]", "】");
        return "[%d] %s：%s"
                .formatted(
                        message.seq(), speaker(message), text.substring(0, Math.min(LONGEST_MESSAGE, text.length())));
    }

    private static String speaker(Message message) {
        return switch (message.author()) {
            case Author.Customer it -> "客户";
            case Author.Bot it -> "机器人";
            case Author.Agent it -> "客服";
            case Author.System it -> "系统";
        };
    }
}

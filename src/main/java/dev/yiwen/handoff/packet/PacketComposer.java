package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.llm.LanguageModel;
import dev.yiwen.llm.Prompt;
import dev.yiwen.llm.Redaction;
import dev.yiwen.llm.Reply;
import dev.yiwen.shared.ResourceLines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Asks the chat model, if there is one, for the summary and the first sentence of a packet. */
@Singleton
class PacketComposer {
    /** Of a long conversation the end says what is wanted now. */
    private static final int MESSAGES_SHOWN = 40;

    private static final int LONGEST_MESSAGE = 300;
    private static final String RULES = ResourceLines.text("prompts/handoff-packet.md");

    private final LanguageModel model;

    PacketComposer(LanguageModel model) {
        this.model = model;
    }

    boolean available() {
        return model.configured();
    }

    /** {@link ComposedSummary#NONE} when the model fails, or nothing of what it wrote is borne out. */
    Uni<ComposedSummary> compose(ConversationId conversation, List<Message> transcript) {
        var shown = transcript.subList(Math.max(0, transcript.size() - MESSAGES_SHOWN), transcript.size());
        var redaction = Redaction.of(shown.stream().map(PacketComposer::line).collect(Collectors.joining("\n")));
        var written = new StringBuffer();
        return model.write(new Prompt(conversation.value(), RULES, redaction), written::append)
                .map(reply -> switch (reply) {
                    case Reply.Whole whole -> new PacketCheck(shown, redaction).of(written.toString());
                    case Reply.Broken broken -> ComposedSummary.NONE;
                });
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
            case dev.yiwen.conversation.Author.Customer it -> "客户";
            case dev.yiwen.conversation.Author.Bot it -> "机器人";
            case dev.yiwen.conversation.Author.Agent it -> "客服";
            case dev.yiwen.conversation.Author.System it -> "系统";
        };
    }
}

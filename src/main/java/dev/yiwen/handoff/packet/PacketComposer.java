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

/** Asks the chat model, if there is one, for the summary and the first sentence of a packet. */
@Singleton
class PacketComposer {
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
        var shown = NumberedTranscript.shown(transcript);
        var redaction = Redaction.of(NumberedTranscript.text(shown));
        var written = new StringBuffer();
        return model.write(new Prompt(conversation.value(), RULES, redaction), written::append)
                .map(reply -> switch (reply) {
                    case Reply.Whole whole -> new PacketCheck(shown, redaction).of(written.toString());
                    case Reply.Broken broken -> ComposedSummary.NONE;
                });
    }
}

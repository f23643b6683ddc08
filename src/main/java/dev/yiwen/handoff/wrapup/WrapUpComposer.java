package dev.yiwen.handoff.wrapup;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.NumberedTranscript;
import dev.yiwen.llm.LanguageModel;
import dev.yiwen.llm.Prompt;
import dev.yiwen.llm.Redaction;
import dev.yiwen.llm.Reply;
import dev.yiwen.shared.ResourceLines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Asks the chat model, if there is one, for the record of a conversation. Who asks while it writes waits for the same. */
@Singleton
class WrapUpComposer {
    private static final String RULES = ResourceLines.text("prompts/handoff-wrap-up.md");

    private final LanguageModel model;
    private final ConcurrentMap<ConversationId, Uni<Optional<WrapUpNote>>> writing = new ConcurrentHashMap<>();

    WrapUpComposer(LanguageModel model) {
        this.model = model;
    }

    boolean available() {
        return model.configured();
    }

    /** Empty when the model fails; parts that are not borne out are empty. */
    Uni<Optional<WrapUpNote>> compose(ConversationId conversation, List<Message> transcript) {
        return writing.computeIfAbsent(
                conversation,
                it -> write(it, transcript)
                        .onTermination()
                        .invoke(() -> writing.remove(it))
                        .memoize()
                        .indefinitely());
    }

    private Uni<Optional<WrapUpNote>> write(ConversationId conversation, List<Message> transcript) {
        var shown = NumberedTranscript.shown(transcript);
        var redaction = Redaction.of(NumberedTranscript.text(shown));
        var written = new StringBuffer();
        return model.write(new Prompt(conversation.value(), RULES, redaction), written::append)
                .map(reply -> switch (reply) {
                    case Reply.Whole whole -> Optional.of(new NoteCheck(shown, redaction).of(written.toString()));
                    case Reply.Broken broken -> Optional.empty();
                });
    }
}

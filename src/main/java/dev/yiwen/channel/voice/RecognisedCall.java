package dev.yiwen.channel.voice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.yiwen.channel.voice.audio.CallWords;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/** What was heard on a call, as the events that a telephony system would report that recognises speech itself. */
@Singleton
final class RecognisedCall implements CallWords {
    /** An event takes no more: characters a second. */
    private static final double FASTEST = 100;

    private final Switchboard switchboard;
    private final CallTable table;
    private final Conversations conversations;
    private final Messages messages;
    private final ObjectMapper json;

    RecognisedCall(
            Switchboard switchboard,
            CallTable table,
            Conversations conversations,
            Messages messages,
            ObjectMapper json) {
        this.switchboard = switchboard;
        this.table = table;
        this.conversations = conversations;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public Uni<Void> saying(Heard words) {
        return take(event(words, false));
    }

    @Override
    public Uni<Void> said(Heard words) {
        return take(event(words, true));
    }

    @Override
    public Uni<Void> tone(SpokenTone tone) {
        return take(event(tone));
    }

    @Override
    public Uni<Void> recognition(String callId, boolean works) {
        var code = works ? "recognition-back" : "recognition-lost";
        return table.conversationOf(callId)
                .chain(conversations::load)
                .chain(call -> isOver(call)
                        ? Uni.createFrom().voidItem()
                        : conversations
                                .appendNotice(
                                        call.id(), new Body.Notice(code, messages.text("voice." + code), Map.of()))
                                .replaceWithVoid());
    }

    private static boolean isOver(Conversation call) {
        return call.owner() instanceof Owner.Nobody;
    }

    private Uni<Void> take(ObjectNode event) {
        return Uni.createFrom()
                .deferred(() -> switchboard.take(CallEventReader.read(json, event.toString())))
                .replaceWithVoid();
    }

    static ObjectNode event(Heard words, boolean last) {
        return event("transcript", words.callId(), words.side())
                .put("utteranceId", words.utteranceId())
                .put("text", words.text())
                .put("final", last)
                .put("at", words.at());
    }

    static ObjectNode event(SpokenTone tone) {
        return event("tone", tone.callId(), tone.side())
                .put("rate", Math.min(FASTEST, tone.rate()))
                .put("loudness", tone.loudness())
                .put("at", tone.at());
    }

    private static ObjectNode event(String type, String callId, Side side) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("callId", callId)
                .put("speaker", side.name().toLowerCase(Locale.ROOT));
    }
}

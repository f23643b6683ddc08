package dev.yiwen.channel.voice;

import dev.yiwen.conversation.CallLineChanged;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;

/** What befalls the line of a call is kept; then owner and end follow from what is kept, and watchers are told. */
@Singleton
final class LineEvents {
    private static final int RACES = 5;

    private final CallTable table;
    private final CallLog log;
    private final Destinations destinations;
    private final Conversations conversations;
    private final News news;

    LineEvents(CallTable table, CallLog log, Destinations destinations, Conversations conversations, News news) {
        this.table = table;
        this.log = log;
        this.destinations = destinations;
        this.conversations = conversations;
        this.news = news;
    }

    /** Who is told how the line stands: pages, and features on this instance. */
    @Singleton
    record News(Delivery delivery, Event<CallLineChanged> changed) {}

    /** After the end it completes the record and moves nobody. */
    Uni<CallAnswer> take(CallEvent.OfLine event) {
        return table.conversationOf(event.callId())
                .call(id -> destinations
                        .entry(event)
                        .chain(entry -> log.write(id, entry)
                                .call(fresh -> follow(id, entry, fresh))
                                .call(fresh ->
                                        fresh ? tell(id) : Uni.createFrom().voidItem())))
                .chain(conversations::load)
                .map(call -> CallAnswer.ack(event, call));
    }

    /** Also when it was told before: the instance that took it then may have died in between. */
    private Uni<?> follow(ConversationId id, CallLog.Entry entry, boolean fresh) {
        return switch (entry.event()) {
            case CallEvent.Answered answered ->
                table.answered(answered.callId()).chain(() -> destinations.settle(id, entry));
            case CallEvent.Transferred transferred ->
                fresh
                        ? destinations.settle(id, entry).chain(() -> destinations.toGroup(id, transferred.to()))
                        : destinations.settle(id, entry);
            case CallEvent.Ended ended -> table.ended(ended.callId()).chain(() -> close(id, RACES));
            case CallEvent.Held held -> Uni.createFrom().voidItem();
            case CallEvent.Resumed resumed -> Uni.createFrom().voidItem();
            case CallEvent.Consulting consulting -> Uni.createFrom().voidItem();
            case CallEvent.Muted muted -> Uni.createFrom().voidItem();
            case CallEvent.Unmuted unmuted -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Conversation> close(ConversationId id, int tries) {
        return conversations
                .load(id)
                .chain(call -> call.owner() instanceof Owner.Nobody || tries == 0
                        ? Uni.createFrom().item(call)
                        : conversations.close(id, call.epoch()).chain(closed -> close(id, tries - 1)));
    }

    private Uni<Void> tell(ConversationId id) {
        return log.lines(List.of(id)).chain(lines -> {
            var line = lines.get(id);
            if (line == null) {
                return Uni.createFrom().voidItem();
            }
            news.changed().fireAsync(new CallLineChanged(id, line));
            return news.delivery().ephemeral(id, new Ephemeral.Line(line));
        });
    }
}

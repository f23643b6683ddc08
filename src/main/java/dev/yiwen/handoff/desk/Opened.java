package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.CallLines;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Participant;
import dev.yiwen.conversation.ReadMarks;
import dev.yiwen.handoff.desk.AgentFrame.FromClient;
import dev.yiwen.handoff.desk.AgentFrame.FromServer;
import dev.yiwen.handoff.note.Note;
import dev.yiwen.handoff.note.Notes;
import dev.yiwen.shared.Signals;
import dev.yiwen.ticket.Tickets;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** What comes to a page that has opened a conversation: its messages, read marks and internal notes. */
@Singleton
final class Opened {
    private static final Logger LOG = Logger.getLogger(Opened.class);

    private final MayRead mayRead;
    private final Conversations conversations;
    private final Delivery delivery;
    private final Notes notes;
    private final Desks desks;
    private final CallLines lines;

    Opened(MayRead mayRead, Conversations conversations, Delivery delivery, Notes notes, Desks desks, CallLines lines) {
        this.lines = lines;
        this.mayRead = mayRead;
        this.conversations = conversations;
        this.delivery = delivery;
        this.notes = notes;
        this.desks = desks;
    }

    void listen(@Observes StartupEvent start, Signals signals) {
        signals.listen(
                Notes.TOPIC, payload -> written(Notes.Written.parse(payload).conversation()), () -> {});
        // A ticket that was resolved or given on lets its former owner read no more.
        signals.listen(Tickets.TOPIC, payload -> askAgain(), this::askAgain);
    }

    Uni<Void> open(FromClient.Open it, Desk desk) {
        var id = it.conversationId();
        return mayRead.watch(id, desk.staff())
                .invoke(conversation -> desk.open(new View(
                        conversation,
                        Math.max(0, it.afterSeq()),
                        desk,
                        delivery,
                        mayRead,
                        () -> showLine(conversation, desk))))
                .chain(conversation -> Uni.combine()
                        .all()
                        .unis(conversations.readMarks(id), notes.of(id), line(conversation))
                        .asTuple())
                .invoke(found -> show(id, found.getItem1(), found.getItem2(), desk))
                .invoke(found -> show(found.getItem3(), desk))
                .replaceWithVoid();
    }

    private Uni<Map<ConversationId, CallLine>> line(Conversation conversation) {
        return lines.of(conversation.channel() == Channel.VOICE ? Set.of(conversation.id()) : Set.of());
    }

    private void showLine(Conversation conversation, Desk desk) {
        line(conversation)
                .subscribe()
                .with(found -> show(found, desk), e -> LOG.warn("How a line stands did not reach a desk", e));
    }

    private static void show(Map<ConversationId, CallLine> lines, Desk desk) {
        lines.forEach((call, line) -> desk.tell(new FromServer.Line(call, line)));
    }

    private static void show(ConversationId id, ReadMarks marks, List<Note> notes, Desk desk) {
        desk.tell(new FromServer.Read(id, Participant.customer, marks.customer()));
        desk.tell(new FromServer.Read(id, Participant.agent, marks.agent()));
        show(id, notes, desk);
    }

    private static void show(ConversationId id, List<Note> notes, Desk desk) {
        notes.forEach(note -> desk.tell(new FromServer.Noted(id, note)));
    }

    private void askAgain() {
        desks.views().forEach(View::askAgain);
    }

    /** All again: pages know each by its id, and so a signal that was lost is made up for by the next. */
    private void written(ConversationId id) {
        var watching = desks.watching(id);
        if (!watching.isEmpty()) {
            notes.of(id)
                    .subscribe()
                    .with(
                            all -> watching.forEach(desk -> show(id, all, desk)),
                            e -> LOG.warn("A note did not reach the desks", e));
        }
    }
}

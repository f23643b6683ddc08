package dev.yiwen.assist;

import dev.yiwen.assist.card.SuggestionSet;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The assist panels open on this instance; whichever instance suggests something, they show it. */
@Singleton
final class Panels {
    private static final Logger LOG = Logger.getLogger(Panels.class);

    private static final CloseReason ACCESS_ENDED = new CloseReason(1008, "access-ended"); // RFC 6455, section 7.4.1

    private final Assist assist;
    private final Signals signals;
    private final Map<String, Panel> open = new ConcurrentHashMap<>();

    Panels(Assist assist, Signals signals) {
        this.assist = assist;
        this.signals = signals;
    }

    private static final class Panel {
        final WebSocketConnection connection;
        final ConversationId conversation;
        final Staff reader;
        private @Nullable SuggestionSet shown;

        Panel(WebSocketConnection connection, ConversationId conversation, Staff reader) {
            this.connection = connection;
            this.conversation = conversation;
            this.reader = reader;
        }

        /** Whether a set is news: reads of the table may overtake each other. */
        synchronized boolean turnTo(SuggestionSet set) {
            if (shown != null && (set.version() < shown.version() || shown.saysAsMuchAs(set))) {
                return false;
            }
            shown = set;
            return true;
        }
    }

    void listen(@Observes StartupEvent event) {
        signals.listen(Suggestions.TOPIC, this::changed, () -> open.values().forEach(this::refresh));
        signals.listen(Conversations.OWNER_SIGNAL, this::changed, () -> {});
    }

    /** Shows what there is and, from then on, what comes. */
    Uni<Void> open(WebSocketConnection connection, ConversationId conversation, Staff reader) {
        var panel = new Panel(connection, conversation, reader);
        open.put(connection.id(), panel);
        return show(panel);
    }

    void close(WebSocketConnection connection) {
        open.remove(connection.id());
    }

    private void changed(String payload) {
        var conversation = ConversationId.of(UUID.fromString(payload));
        open.values().stream()
                .filter(it -> it.conversation.equals(conversation))
                .forEach(this::refresh);
    }

    /** Whoever no longer has the conversation no longer sees its suggestions. */
    private void refresh(Panel panel) {
        show(panel)
                .onFailure(Problem.class)
                .recoverWithUni(refused -> panel.connection
                        .sendText(new AssistFrame.Refused(
                                ((Problem) refused).kind().slug(), ((Problem) refused).detail()))
                        .chain(() -> panel.connection.close(ACCESS_ENDED)))
                .subscribe()
                .with(shown -> {}, failure -> LOG.warn("Suggestions did not reach a panel", failure));
    }

    private Uni<Void> show(Panel panel) {
        return assist.current(panel.conversation, panel.reader)
                .chain(set -> panel.turnTo(set)
                        ? panel.connection.sendText(AssistFrame.Suggestions.of(set))
                        : Uni.createFrom().voidItem());
    }
}

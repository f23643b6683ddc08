package dev.yiwen.conversation.store;

import dev.yiwen.conversation.AgentMessageCommitted;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationConfig;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Message;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Tells those who react to what a customer or an agent said that it was committed. */
@Singleton
public class Turns {
    private static final Logger LOG = Logger.getLogger(Turns.class);

    private final ConversationConfig config;
    private final Event<CustomerMessageCommitted> committed;
    private final Event<AgentMessageCommitted> fromAgent;

    Turns(
            ConversationConfig config,
            Event<CustomerMessageCommitted> committed,
            Event<AgentMessageCommitted> fromAgent) {
        this.config = config;
        this.committed = committed;
        this.fromAgent = fromAgent;
    }

    /** After how long a turn of the bot counts as lost. */
    public long timeoutMillis() {
        return config.turnTimeout().toMillis();
    }

    public void begin(Conversation conversation, Message message) {
        tell(committed, new CustomerMessageCommitted(conversation, message), conversation);
    }

    public void replied(Conversation conversation, Message message) {
        tell(fromAgent, new AgentMessageCommitted(conversation, message), conversation);
    }

    private static <T> void tell(Event<T> observers, T event, Conversation conversation) {
        observers.fireAsync(event).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.errorf(failure, "An observer failed on a message of conversation %s", conversation.id());
            }
        });
    }
}

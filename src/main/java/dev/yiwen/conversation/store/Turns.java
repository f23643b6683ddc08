package dev.yiwen.conversation.store;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationConfig;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Message;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Tells those who react to a customer's message that it was committed. */
@Singleton
public class Turns {
    private static final Logger LOG = Logger.getLogger(Turns.class);

    private final ConversationConfig config;
    private final Event<CustomerMessageCommitted> committed;

    Turns(ConversationConfig config, Event<CustomerMessageCommitted> committed) {
        this.config = config;
        this.committed = committed;
    }

    /** After how long a turn of the bot counts as lost. */
    public long timeoutMillis() {
        return config.turnTimeout().toMillis();
    }

    public void begin(Conversation conversation, Message message) {
        committed.fireAsync(new CustomerMessageCommitted(conversation, message)).whenComplete((event, failure) -> {
            if (failure != null) {
                LOG.errorf(failure, "An observer failed on a message of conversation %s", conversation.id());
            }
        });
    }
}

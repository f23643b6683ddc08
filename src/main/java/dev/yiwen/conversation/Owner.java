package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.yiwen.identity.StaffId;
import java.time.Instant;

/**
 * Who answers a conversation now. Each change raises the conversation's epoch. What an owner may become are its methods;
 * everybody may become {@link Nobody}, and nobody stays nobody.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Owner.Bot.class, name = "bot"),
    @JsonSubTypes.Type(value = Owner.Queue.class, name = "queue"),
    @JsonSubTypes.Type(value = Owner.Agent.class, name = "agent"),
    @JsonSubTypes.Type(value = Owner.Nobody.class, name = "nobody")
})
public sealed interface Owner {

    /** Whether what the customer writes is for the bot. */
    static boolean isBotAsked(Owner owner) {
        return switch (owner) {
            case Bot bot -> true;
            case Queue queue -> queue.botHelps();
            case Agent agent -> false;
            case Nobody nobody -> false;
        };
    }

    record Bot() implements Owner {
        public Queue askForHuman(HandoffReason reason, Instant now) {
            return new Queue(reason, now);
        }
    }

    /**
     * Waiting for a human since {@code since}.
     *
     * @param botHelps whether the customer wants the bot to go on answering meanwhile
     */
    record Queue(HandoffReason reason, Instant since, boolean botHelps) implements Owner {
        public Queue(HandoffReason reason, Instant since) {
            this(reason, since, false);
        }

        public Agent assignTo(StaffId agent, String name) {
            return new Agent(agent, name);
        }

        public Bot giveUpWaiting() {
            return new Bot();
        }
    }

    record Agent(StaffId id, String name) implements Owner {
        public Agent takenBy(StaffId supervisor, String name) {
            return new Agent(supervisor, name);
        }

        public Bot handBack() {
            return new Bot();
        }

        /** Who vanished leaves the customer the place in the queue that they had. */
        public Queue leave(HandoffReason reason, Instant since) {
            return new Queue(reason, since);
        }
    }

    /** Closed. A customer who writes again opens a new conversation. */
    record Nobody() implements Owner {}
}

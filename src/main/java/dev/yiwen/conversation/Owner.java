package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.yiwen.identity.StaffId;
import java.time.Instant;

/** Who answers a conversation now. Each change raises the conversation's epoch. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Owner.Bot.class, name = "bot"),
    @JsonSubTypes.Type(value = Owner.Queue.class, name = "queue"),
    @JsonSubTypes.Type(value = Owner.Agent.class, name = "agent"),
    @JsonSubTypes.Type(value = Owner.Nobody.class, name = "nobody")
})
public sealed interface Owner {

    record Bot() implements Owner {}

    /** Waiting for a human since {@code since}. */
    record Queue(HandoffReason reason, Instant since) implements Owner {}

    record Agent(StaffId id, String name) implements Owner {}

    /** Closed. A customer who writes again opens a new conversation. */
    record Nobody() implements Owner {}
}

package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.yiwen.identity.StaffId;

/** Who wrote a message. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Author.Customer.class, name = "customer"),
    @JsonSubTypes.Type(value = Author.Bot.class, name = "bot"),
    @JsonSubTypes.Type(value = Author.Agent.class, name = "agent"),
    @JsonSubTypes.Type(value = Author.System.class, name = "system")
})
public sealed interface Author {

    record Customer() implements Author {}

    record Bot() implements Author {}

    record Agent(StaffId id, String name) implements Author {}

    record System() implements Author {}
}

package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.yiwen.identity.StaffId;
import org.jspecify.annotations.Nullable;

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

    /** @param id null for a person on the phone of whom only the voice is known */
    record Agent(@Nullable StaffId id, String name) implements Author {

        /** A person on the phone whom nobody has named. */
        public static Agent unnamed() {
            return new Agent(null, "");
        }
    }

    record System() implements Author {}
}

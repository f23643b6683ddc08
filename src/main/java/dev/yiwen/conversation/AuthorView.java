package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An author as both sides of a conversation may see it: never a staff id.
 *
 * @param name of an agent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthorView(Kind kind, @Nullable String name) {

    /** Written in JSON as it stands here. */
    @SuppressWarnings("MemberName")
    public enum Kind {
        customer,
        bot,
        agent,
        system
    }

    public static AuthorView of(Author author) {
        return switch (author) {
            case Author.Customer customer -> new AuthorView(Kind.customer, null);
            case Author.Bot bot -> new AuthorView(Kind.bot, null);
            case Author.Agent agent -> new AuthorView(Kind.agent, agent.name());
            case Author.System system -> new AuthorView(Kind.system, null);
        };
    }
}

package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An owner as both sides of a conversation may see it: never a staff id or the reason of a handoff.
 *
 * @param name of an agent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnerView(Kind kind, @Nullable String name) {

    /** Written in JSON as it stands here. */
    @SuppressWarnings("MemberName")
    public enum Kind {
        bot,
        queue,
        agent,
        nobody
    }

    public static OwnerView of(Owner owner) {
        return switch (owner) {
            case Owner.Bot bot -> new OwnerView(Kind.bot, null);
            case Owner.Queue queue -> new OwnerView(Kind.queue, null);
            case Owner.Agent agent -> new OwnerView(Kind.agent, agent.name());
            case Owner.Nobody nobody -> new OwnerView(Kind.nobody, null);
        };
    }
}

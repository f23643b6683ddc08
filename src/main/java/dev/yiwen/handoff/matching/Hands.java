package dev.yiwen.handoff.matching;

import dev.yiwen.conversation.Channel;
import dev.yiwen.handoff.plan.Plan.Skills;
import dev.yiwen.identity.StaffId;
import java.util.Collection;

/**
 * An agent who is there, what the agent can do and has to do.
 *
 * @param calls conversations by telephone
 * @param offers conversations that the agent is asked to take just now
 * @param capacity chats that the agent can have at once
 */
public record Hands(Skills skills, String name, int chats, int calls, int offers, int capacity) {

    /** Chats that all of them could take. */
    public static int free(Collection<Hands> all) {
        return all.stream().mapToInt(Hands::free).sum();
    }

    public StaffId agent() {
        return skills.agent();
    }

    public int free() {
        return Math.max(0, capacity - chats - calls - offers);
    }

    /** Nobody talks to two callers, nor writes to others while talking. */
    public boolean canTake(Channel channel) {
        return free() > 0 && calls == 0 && (channel != Channel.VOICE || offers == 0);
    }

    Hands asked() {
        return new Hands(skills, name, chats, calls, offers + 1, capacity);
    }
}

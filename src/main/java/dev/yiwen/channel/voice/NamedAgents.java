package dev.yiwen.channel.voice;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Brings a call to the agent whom the telephony system names. */
@Singleton
final class NamedAgents {
    private final StaffMembers staff;
    private final AgentQueue queue;
    private final Conversations conversations;

    NamedAgents(StaffMembers staff, AgentQueue queue, Conversations conversations) {
        this.staff = staff;
        this.queue = queue;
        this.conversations = conversations;
    }

    /** The call as it then stands: one that someone has already stays theirs, and without a known agent it waits. */
    Uni<Conversation> give(ConversationId call, Optional<String> login) {
        return find(login).chain(agent -> agent.map(it -> give(call, it)).orElseGet(() -> conversations.load(call)));
    }

    private Uni<Conversation> give(ConversationId call, Staff agent) {
        return queue.assignTo(call, agent.id())
                .onFailure(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.CONFLICT)
                .recoverWithUni(() -> conversations.load(call));
    }

    /** Somebody who answers customers, by their login. */
    Uni<Optional<Staff>> find(Optional<String> login) {
        return login.map(staff::byLogin)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.filter(it -> it.may(Right.ANSWER)));
    }
}

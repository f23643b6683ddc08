package dev.yiwen.channel.voice;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.CallTransfers;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a call goes that is answered or put through: to an agent, to a group of agents, or away from here. */
@Singleton
final class Destinations {
    private static final int RACES = 5;
    /** Messages: as far back it is looked for when the agent got the call. */
    private static final int LOOKED_AT = 500;

    private final NamedAgents agents;
    private final CallTransfers transfers;
    private final CallLog log;
    private final Conversations conversations;

    Destinations(NamedAgents agents, CallTransfers transfers, CallLog log, Conversations conversations) {
        this.agents = agents;
        this.transfers = transfers;
        this.log = log;
        this.conversations = conversations;
    }

    /** As it is kept, with the names of people in the place of their logins. */
    Uni<CallLog.Entry> entry(CallEvent.OfLine event) {
        return switch (event) {
            case CallEvent.Answered answered -> person(event, answered.agent(), false);
            case CallEvent.Transferred transferred -> person(event, Optional.of(transferred.to()), true);
            case CallEvent.Consulting consulting ->
                person(event, consulting.with(), true)
                        // Whoever is asked does not have the call.
                        .map(it -> new CallLog.Entry(event, null, it.detail(), null));
            case CallEvent.Muted muted -> entry(event, muted.speaker().wire(), null);
            case CallEvent.Unmuted unmuted -> entry(event, unmuted.speaker().wire(), null);
            case CallEvent.Ended ended ->
                entry(event, ended.by().orElse(null), ended.why().orElse(null));
            case CallEvent.Held held -> entry(event, null, null);
            case CallEvent.Resumed resumed -> entry(event, null, null);
        };
    }

    private static Uni<CallLog.Entry> entry(CallEvent.OfLine event, @Nullable String party, @Nullable String detail) {
        return Uni.createFrom().item(new CallLog.Entry(event, party, detail, null));
    }

    private Uni<CallLog.Entry> person(CallEvent.OfLine event, Optional<String> named, boolean shown) {
        return agents.find(named)
                .map(found -> new CallLog.Entry(
                        event,
                        null,
                        shown ? found.map(Staff::name).or(() -> named).orElse(null) : null,
                        found.map(Staff::id).orElse(null)));
    }

    /** Gives the call to whoever has it by what was told, unless this was said of nobody of staff. */
    Uni<Conversation> settle(ConversationId call, CallLog.Entry entry) {
        return entry.agent() == null ? conversations.load(call) : settle(call, RACES);
    }

    /** Loaded before it is asked who was told last: whoever is told later moves it after this one. */
    private Uni<Conversation> settle(ConversationId id, int tries) {
        return conversations
                .load(id)
                .chain(call -> holder(call)
                        .chain(agent -> agent.isEmpty() || tries == 0
                                ? Uni.createFrom().item(call)
                                : transfers
                                        .toAgent(call, agent.get())
                                        .chain(moved -> moved.map(
                                                        it -> Uni.createFrom().item(it))
                                                .orElseGet(() -> settle(id, tries - 1)))));
    }

    private Uni<Optional<StaffId>> holder(Conversation call) {
        return log.told(call.id())
                .chain(told ->
                        call.owner() instanceof Owner.Agent(var agent, var name) && CallHolder.byHand(told, agent)
                                ? conversations
                                        .messagesAfter(call.id(), Math.max(0, call.lastSeq() - LOOKED_AT), LOOKED_AT)
                                        .map(lately -> CallHolder.of(told, CallHolder.inConsole(agent, lately)))
                                : Uni.createFrom().item(CallHolder.of(told, null)));
    }

    /** Of a number or a queue that is no group here nothing is known; the call stays until somebody is said to answer. */
    Uni<Conversation> toGroup(ConversationId id, String to) {
        var group = transfers.group(to);
        return conversations
                .load(id)
                .chain(call -> group.isEmpty()
                        ? Uni.createFrom().item(call)
                        : transfers
                                .toGroup(call, group.get())
                                .onFailure(failure ->
                                        failure instanceof Problem problem && problem.kind() == Problem.Kind.CONFLICT)
                                .recoverWithUni(() -> conversations.load(id)));
    }
}

package dev.yiwen.handoff;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.handoff.transfer.Transfers;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Follows the telephone: whoever it has put a call through to has the call here, too. */
@Singleton
public final class CallTransfers {
    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Transfers transfers;
    private final Plans plans;

    CallTransfers(Conversations conversations, Handoffs handoffs, Transfers transfers, Plans plans) {
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.transfers = transfers;
        this.plans = plans;
    }

    /** Empty when it has changed hands since it was loaded; one that is over stays nobody's. */
    public Uni<Optional<Conversation>> toAgent(Conversation call, StaffId agent) {
        return switch (call.owner()) {
            case Owner.Agent(var id, var name)
            when id.equals(agent) -> Uni.createFrom().item(Optional.of(call));
            case Owner.Agent other -> followed(conversations.putThrough(call.id(), call.epoch(), agent));
            case Owner.Queue queue -> followed(conversations.assign(call.id(), call.epoch(), agent));
            case Owner.Bot bot -> Uni.createFrom().item(Optional.of(call));
            case Owner.Nobody nobody -> Uni.createFrom().item(Optional.of(call));
        };
    }

    /** The id of a group of agents by that id or name. */
    public Optional<String> group(String named) {
        return plans.current().plan().groups().stream()
                .filter(it -> it.id().equals(named) || it.name().equals(named))
                .map(Plan.Group::id)
                .findFirst();
    }

    /** The call waits for somebody of that group; one that waits already, or is over, stays as it is. */
    public Uni<Conversation> toGroup(Conversation call, String group) {
        return call.owner() instanceof Owner.Agent agent
                ? transfers.putThrough(call, agent, group)
                : Uni.createFrom().item(call);
    }

    /** The first makes the row of the new agent, the second gives it to them. */
    private Uni<Optional<Conversation>> followed(Uni<Optional<Conversation>> change) {
        return change.call(done -> done.isEmpty()
                ? Uni.createFrom().voidItem()
                : handoffs.follow(done.get().id())
                        .chain(() -> handoffs.follow(done.get().id())));
    }
}

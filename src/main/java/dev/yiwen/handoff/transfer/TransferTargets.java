package dev.yiwen.handoff.transfer;

import dev.yiwen.handoff.matching.Agents;
import dev.yiwen.handoff.matching.Hands;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;

/** Who could take a conversation over. */
@Singleton
public final class TransferTargets {
    private final Pool database;
    private final Plans plans;
    private final Agents agents;

    TransferTargets(Pool database, Plans plans, Agents agents) {
        this.database = database;
        this.plans = plans;
        this.agents = agents;
    }

    public record There(List<Group> groups, List<Colleague> agents) {
        public There {
            groups = List.copyOf(groups);
            agents = List.copyOf(agents);
        }
    }

    /** @param online how many of the group are there */
    public record Group(String id, String name, long online) {}

    /** @param free chats that the agent could take */
    public record Colleague(StaffId id, String name, int free) {}

    /** All but the one who asks. */
    public Uni<There> besides(StaffId me) {
        var plan = plans.current().plan();
        return agents.there(database, plan).map(there -> others(plan, there, me));
    }

    /** Whether an agent has a page open and is not on a break. */
    public Uni<Boolean> isThere(StaffId agent) {
        return agents.there(database, plans.current().plan())
                .map(there -> there.stream().anyMatch(it -> it.agent().equals(agent)));
    }

    private static There others(Plan plan, List<Hands> there, StaffId me) {
        var others = there.stream().filter(it -> !it.agent().equals(me)).toList();
        return new There(
                plan.groups().stream()
                        .map(group -> new Group(
                                group.id(),
                                group.name(),
                                others.stream()
                                        .filter(it -> it.skills().groups().contains(group.id()))
                                        .count()))
                        .toList(),
                others.stream()
                        .map(it -> new Colleague(it.agent(), it.name(), it.free()))
                        .toList());
    }
}

package dev.yiwen.handoff.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Situation;
import dev.yiwen.handoff.plan.Wanted;
import dev.yiwen.handoff.queue.Placement;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who would get a conversation under a plan, whether it holds already or not, at any time and with anybody there, and why. Changes nothing. */
@Singleton
public final class DryRun {
    private final Pool database;
    private final Agents agents;
    private final Placement placement;

    DryRun(Pool database, Agents agents, Placement placement) {
        this.database = database;
        this.agents = agents;
        this.placement = placement;
    }

    /**
     * What would happen.
     *
     * @param read what the rules saw
     * @param headStartSeconds of waiting that the urgency is worth
     * @param first who would be asked; null when nobody would be
     * @param open whether agents serve now
     * @param opensAt when they do next; null when they do, or never
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(
            Read read,
            Wanted wanted,
            long headStartSeconds,
            boolean open,
            @Nullable Instant opensAt,
            @Nullable StaffId first,
            List<Candidate> agents) {
        public Outcome {
            agents = List.copyOf(agents);
        }
    }

    public record Read(HandoffReason.Code reason, Channel channel, int tier, String language) {
        static Read of(Situation it) {
            return new Read(it.reason(), it.channel(), it.tier(), it.language());
        }
    }

    /** Someone who is there, in the order in which they are asked, and whether the conversation would be offered. */
    public record Candidate(StaffId agent, String name, String verdict, int chats, int capacity) {}

    /**
     * When, and with whom.
     *
     * @param at null: now
     * @param online those who are imagined to be there with nothing in hand; null: those who are there now, with what they have
     */
    public record Occasion(@Nullable Instant at, @Nullable List<UUID> online) {
        static final Occasion NOW = new Occasion(null, null);
    }

    /** Fails with {@code NOT_FOUND} when nobody wanted a human in that conversation. */
    public Uni<Outcome> of(Plan plan, ConversationId conversation, Occasion occasion) {
        return placement.situation(conversation.value()).chain(situation -> {
            if (situation == null) {
                throw new Problem(Problem.Kind.NOT_FOUND, "Nobody has asked for a human in this conversation.");
            }
            return of(plan, situation, occasion);
        });
    }

    public Uni<Outcome> of(Plan plan, Situation situation, Occasion occasion) {
        return Uni.combine()
                .all()
                .unis(
                        occasion.online() == null
                                ? agents.there(database, plan)
                                : agents.imagined(database, plan, occasion.online()),
                        occasion.at() == null ? now() : Uni.createFrom().item(occasion.at()))
                .asTuple()
                .map(it -> outcome(plan, situation, it.getItem1(), it.getItem2()));
    }

    private Uni<Instant> now() {
        return database.query("select now() as now")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }

    private static Outcome outcome(Plan plan, Situation situation, List<Hands> there, Instant now) {
        var wanted = plan.wantedIn(situation);
        var imagined = new Waiting(
                new ConversationId(new UUID(0, 0)),
                0,
                situation.channel(),
                wanted,
                null,
                Set.of(),
                0,
                situation.reason() == HandoffReason.Code.URGENT);
        var matching = new Matching(plan.settings().widenSeconds(), there);
        var hours = plan.hoursOf(wanted.group());
        var open = hours == null || hours.isOpen(now);
        return new Outcome(
                Read.of(situation),
                wanted,
                (long) wanted.points() * plan.settings().secondsPerPoint(),
                open,
                open || hours == null ? null : hours.opensAfter(now).orElse(null),
                open ? matching.first(imagined, there).map(Hands::agent).orElse(null) : null,
                there.stream()
                        .map(it -> new Candidate(
                                it.agent(),
                                it.name(),
                                matching.verdict(it, imagined).name(),
                                it.chats(),
                                it.capacity()))
                        .toList());
    }
}

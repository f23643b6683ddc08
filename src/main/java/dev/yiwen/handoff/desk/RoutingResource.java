package dev.yiwen.handoff.desk;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.matching.DryRun;
import dev.yiwen.handoff.plan.Faults;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.handoff.plan.Situation;
import dev.yiwen.handoff.queue.Marks;
import dev.yiwen.handoff.queue.RuleEffects;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plan by which conversations reach agents, as supervisors change and try it. */
@Path("/api/v1/routing")
@RolesAllowed(Right.Names.ROUTING)
final class RoutingResource {
    private final Plans plans;
    private final Faults faults;
    private final DryRun dryRun;
    private final Marks marks;
    private final RuleEffects effects;
    private final CurrentStaff current;

    RoutingResource(Plans plans, Faults faults, DryRun dryRun, Marks marks, RuleEffects effects, CurrentStaff current) {
        this.plans = plans;
        this.faults = faults;
        this.dryRun = dryRun;
        this.marks = marks;
        this.effects = effects;
        this.current = current;
    }

    /** @param known the version that was changed */
    record Change(
            int known,
            @NotNull Plan plan,
            @NotNull @Size(max = 200) String note) {}

    /**
     * A plan, and a conversation or a described situation.
     *
     * @param plan null: the one that holds
     * @param at when it comes; null: now
     * @param online ids of the agents who are there then; null: those who are there now
     */
    record Trial(
            @Nullable Plan plan,
            @Nullable UUID conversationId,
            @Nullable @Valid Described situation,
            @Nullable Instant at,
            @Nullable @Size(max = 200) List<@NotNull UUID> online) {}

    record Described(
            @NotNull Code reason,
            @NotNull Channel channel,
            @Min(0) @Max(9) int tier,
            @NotNull @Size(max = 2000) String words,
            @Nullable @Size(max = 20) List<@NotNull @Size(max = 16) String> tags,
            @Nullable @Size(max = 20) List<@NotNull @Size(max = 60) String> topics) {}

    /** @param warnings of what may be saved, but hardly does what is meant */
    record Verdict(List<String> faults, List<String> warnings) {}

    private Situation situation(Described it) {
        var tags = it.tags() == null ? List.<String>of() : it.tags();
        return new Situation(
                it.reason(),
                it.channel(),
                it.tier(),
                it.words(),
                marks.of(List.of(), tags, it.words()),
                Set.copyOf(tags),
                it.topics() == null ? Set.of() : Set.copyOf(it.topics()));
    }

    @GET
    public Plans.Version plan() {
        return plans.current();
    }

    /** 409 when somebody else was faster, 400 with what is wrong. */
    @PUT
    @Audited(value = AuditKind.ROUTING_CHANGED, subject = "routing")
    public Uni<Plans.Version> change(@NotNull @Valid Change change) {
        return plans.change(
                change.known(), change.plan(), current.get().id(), change.note().strip());
    }

    @GET
    @Path("/history")
    public Uni<List<Plans.Change>> history() {
        return plans.history();
    }

    /** What is wrong with a plan; nothing is stored. */
    @POST
    @Path("/check")
    public Uni<Verdict> check(@NotNull Plan plan) {
        return effects.warnings(plans.current().plan(), plan)
                .map(it -> new Verdict(
                        faults.in(plan),
                        Stream.concat(faults.warnings(plan).stream(), it.stream())
                                .toList()));
    }

    /** Who would get a conversation, and why. */
    @POST
    @Path("/trial")
    public Uni<DryRun.Outcome> trial(@NotNull @Valid Trial trial) {
        var plan = trial.plan() == null ? plans.current().plan() : trial.plan();
        var occasion = new DryRun.Occasion(trial.at(), trial.online());
        if (trial.conversationId() != null) {
            return dryRun.of(plan, ConversationId.of(trial.conversationId()), occasion);
        }
        var it = trial.situation();
        if (it == null) {
            throw new Problem(Problem.Kind.INVALID, "A conversation or a situation is needed.");
        }
        return dryRun.of(plan, situation(it), occasion);
    }
}

package dev.yiwen.quality.alarm;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What rings, what has rung, and what would have. */
@Path("/api/v1/alarms")
@RolesAllowed(Right.Names.SUPERVISE)
final class AlarmResource {
    private static final int TRIAL_DAYS = 90;
    private static final Duration LONGEST_MUTE = Duration.ofDays(90);

    private final AlarmStore store;
    private final AlarmLooks looks;
    private final AlarmMail mail;
    private final ShareLook shares;
    private final CurrentStaff current;

    AlarmResource(AlarmStore store, AlarmLooks looks, AlarmMail mail, ShareLook shares, CurrentStaff current) {
        this.store = store;
        this.looks = looks;
        this.mail = mail;
        this.shares = shares;
        this.current = current;
    }

    /** @param mails whether a server for e-mails is named */
    record Rules(List<AlarmStore.Setting> rules, boolean mails) {}

    /**
     * A rule as it is to be.
     *
     * @param threshold of those that have one; absent: the rule's own
     * @param least of shares; absent: 30
     * @param emails at most ten
     */
    record Wish(
            boolean active,
            @Nullable @Min(1) @Max(100_000) Integer threshold,
            @Nullable @Min(5) @Max(100_000) Integer least,
            @Nullable @Size(max = 10) List<@NotNull @Email @Size(max = 254) String> emails) {}

    /** @param until at most 90 days ahead; absent: it may ring again */
    record Mute(@Nullable Instant until) {}

    /** @param days that were looked at, the last ones */
    record Trial(int days, List<AlarmLooks.Rung> rung) {}

    /** Open ones first, then those of the last 90 days. */
    @GET
    public Uni<List<Alarm>> all() {
        return store.all();
    }

    @GET
    @Path("/open")
    public Uni<List<Alarm>> open() {
        return store.open();
    }

    @GET
    @Path("/rules")
    public Uni<Rules> rules() {
        return store.settings().map(it -> new Rules(it, mail.configured()));
    }

    @PUT
    @Path("/rules/{rule}")
    @Audited(value = AuditKind.ALARM_RULE_CHANGED, subject = "alarm-rule:{rule}")
    public Uni<Rules> set(@PathParam("rule") String rule, @NotNull @Valid Wish wish) {
        var named = named(rule);
        if (named.kind() == AlarmRule.Kind.SHARE && wish.threshold() != null) {
            percent(wish.threshold());
        }
        return store.set(
                        new AlarmStore.Setting(
                                named,
                                wish.active(),
                                named.threshold() == null ? null : wish.threshold(),
                                named.kind() == AlarmRule.Kind.SHARE ? wish.least() : null,
                                wish.emails() == null ? List.of() : wish.emails()),
                        current.get().id())
                .chain(this::rules);
    }

    /**
     * On which of the last days it would have rung, the newest first. Thresholds are not tried: what was so then is not kept. Of shares
     * the percentage and the least number of conversations can be others than are set.
     */
    @GET
    @Path("/rules/{rule}/trial")
    public Uni<Trial> trial(
            @PathParam("rule") String rule,
            @QueryParam("threshold") @Nullable Integer threshold,
            @QueryParam("least") @Nullable @Min(5) @Max(100_000) Integer least) {
        var named = named(rule);
        var rung = switch (named.kind()) {
            case NOW -> throw new Problem(Problem.Kind.INVALID, "Thresholds are not tried on the past.");
            case USUAL -> looks.trial(named, TRIAL_DAYS);
            case SHARE ->
                store.settings()
                        .map(all -> all.stream()
                                .filter(it -> it.rule() == named)
                                .findFirst()
                                .orElseThrow())
                        .chain(set -> shares.trial(
                                named,
                                threshold == null ? set.threshold() : percent(threshold),
                                least == null ? set.least() : least,
                                TRIAL_DAYS));
        };
        return rung.map(it -> new Trial(TRIAL_DAYS, it));
    }

    private static Integer percent(Integer threshold) {
        if (threshold < 1 || threshold > 99) {
            throw new Problem(Problem.Kind.INVALID, "A share is above 1 to 99 percent.");
        }
        return threshold;
    }

    /** Its stream by the day, beside what was to be expected. */
    @GET
    @Path("/{id}/course")
    public Uni<List<AlarmLooks.Point>> course(@PathParam("id") UUID id) {
        return store.one(id).chain(looks::course);
    }

    @POST
    @Path("/{id}/acknowledge")
    @Audited(value = AuditKind.ALARM_ACKNOWLEDGED, subject = "alarm:{id}")
    public Uni<Alarm> acknowledge(@PathParam("id") UUID id) {
        return store.acknowledge(id, current.get().id());
    }

    @POST
    @Path("/{id}/close")
    @Audited(value = AuditKind.ALARM_CLOSED, subject = "alarm:{id}")
    public Uni<Alarm> close(@PathParam("id") UUID id) {
        return store.close(id, current.get().id());
    }

    @POST
    @Path("/{id}/reopen")
    @Audited(value = AuditKind.ALARM_REOPENED, subject = "alarm:{id}")
    public Uni<Alarm> reopen(@PathParam("id") UUID id) {
        return store.reopen(id);
    }

    /** The stream of it rings no more until then. */
    @PUT
    @Path("/{id}/mute")
    @Audited(value = AuditKind.ALARM_MUTED, subject = "alarm:{id}")
    public Uni<Alarm> mute(@PathParam("id") UUID id, @NotNull Mute mute) {
        var until = mute.until();
        if (until != null && until.isAfter(Instant.now().plus(LONGEST_MUTE))) {
            throw new Problem(Problem.Kind.INVALID, "\"until\" is at most 90 days ahead.");
        }
        return store.one(id)
                .call(alarm -> store.mute(alarm, until, current.get().id()));
    }

    private static AlarmRule named(String rule) {
        try {
            return AlarmRule.valueOf(rule);
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such rule.");
        }
    }
}

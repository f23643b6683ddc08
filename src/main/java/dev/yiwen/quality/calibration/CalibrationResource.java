package dev.yiwen.quality.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** Two supervisors judge what criteria judged, blind; then they see how far all of them agree. */
@Path("/api/v1/calibration")
@RolesAllowed(Right.Names.SUPERVISE)
public class CalibrationResource {
    private final Judging judging;
    private final BlindTranscript transcript;
    private final Comparing comparing;
    private final Reliability reliability;
    private final CalibrationRules rules;
    private final CurrentStaff current;

    CalibrationResource(
            Judging judging,
            BlindTranscript transcript,
            Comparing comparing,
            Reliability reliability,
            CalibrationRules rules,
            CurrentStaff current) {
        this.judging = judging;
        this.transcript = transcript;
        this.comparing = comparing;
        this.reliability = reliability;
        this.rules = rules;
        this.current = current;
    }

    record Judgement(@Min(1) @Max(5) int verdict) {}

    record HandedIn(int judgements) {}

    /** A case as its judges see it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(String criterion, String of, List<BlindTranscript.Said> transcript) {}

    /** What is still to be judged by whoever asks, with what they said and did not hand in. */
    @GET
    @Path("/cases")
    public Uni<List<Judging.Waiting>> waiting() {
        return judging.waiting(current.get().id());
    }

    /** What was said, and nothing of what anybody thinks of it. */
    @GET
    @Path("/cases/{id}")
    @Audited(value = AuditKind.CALIBRATION_READ, subject = "calibration:{id}")
    public Uni<Shown> one(@PathParam("id") UUID id) {
        return judging.open(id, current.get().id())
                .chain(it -> transcript
                        .of(it.conversation(), it.who())
                        .map(said -> new Shown(it.criterion(), side(it.who()), said)));
    }

    private static String side(String who) {
        return switch (who) {
            case "all", "bot" -> who;
            default -> "agent";
        };
    }

    @PUT
    @Path("/cases/{id}/judgement")
    public Uni<Void> judge(@PathParam("id") UUID id, @NotNull @Valid Judgement judgement) {
        return judging.judge(id, judgement.verdict(), current.get().id());
    }

    @DELETE
    @Path("/cases/{id}/judgement")
    public Uni<Void> undo(@PathParam("id") UUID id) {
        return judging.undo(id, current.get().id());
    }

    /** From now on they cannot be taken back, and are seen where another has judged as well. */
    @POST
    @Path("/hand-in")
    public Uni<HandedIn> handIn() {
        return judging.handIn(current.get().id()).call(reliability::renew).map(HandedIn::new);
    }

    /** What two have judged and is worth a look. */
    @GET
    @Path("/differences")
    public Uni<List<Comparing.Compared>> differences() {
        return comparing.all();
    }

    @PUT
    @Path("/cases/{id}/resolution")
    public Uni<Void> resolve(@PathParam("id") UUID id, @NotNull @Valid Judgement judgement) {
        return comparing.resolve(id, judgement.verdict(), current.get().id()).call(reliability::renew);
    }

    @GET
    @Path("/reliability")
    public Uni<List<Reliability.OfCriterion>> reliability() {
        return reliability.now();
    }

    @GET
    @Path("/rule")
    public Uni<CalibrationRules.Rule> rule() {
        return rules.current();
    }

    @PUT
    @Path("/rule")
    @Audited(value = AuditKind.CALIBRATION_RULE_CHANGED, subject = "calibration")
    public Uni<CalibrationRules.Rule> change(@NotNull @Valid CalibrationRules.Rule rule) {
        return rules.save(rule).call(reliability::renew).chain(rules::current);
    }
}

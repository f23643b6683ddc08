package dev.yiwen.quality.review;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffId;
import dev.yiwen.quality.review.ReviewTask.CauseClass;
import dev.yiwen.quality.review.ReviewTask.Detail;
import dev.yiwen.quality.review.ReviewTask.Verdict;
import dev.yiwen.shared.AskedDay;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is looked into, why it was so, what is done about it, and whether that helped. */
@Path("/api/v1/review-tasks")
@RolesAllowed(Right.Names.SUPERVISE)
final class ReviewTaskResource {
    private final ReviewList list;
    private final ReviewTasks reviews;
    private final ReviewSteps steps;
    private final ShareDays days;
    private final CurrentStaff current;

    ReviewTaskResource(ReviewList list, ReviewTasks reviews, ReviewSteps steps, ShareDays days, CurrentStaff current) {
        this.list = list;
        this.reviews = reviews;
        this.steps = steps;
        this.days = days;
        this.current = current;
    }

    /**
     * A task that nothing but somebody's eyes has found.
     *
     * @param share that will show whether it helped
     * @param topic absent: of all
     * @param region absent: of all
     */
    record Blank(
            @NotBlank @Size(max = 200) String title,
            @Nullable Share share,
            @Nullable @Size(max = 100) String topic,
            @Nullable @Size(max = 100) String region) {}

    record Analysis(
            @NotNull CauseClass cause,
            @NotBlank @Size(max = 2000) String words,
            @NotNull UUID owner,
            @Nullable @Size(max = 10) String due,
            @Nullable Share share,
            @Nullable @Size(max = 100) String topic,
            @Nullable @Size(max = 100) String region) {}

    /**
     * @param due like 2026-11-30
     * @param done not yet unless it is said
     * @param doneOn absent of what is done: today, or the day that was said before
     */
    record Measure(
            @NotBlank @Size(max = 500) String words,
            @NotBlank @Size(max = 10) String due,
            @Nullable Boolean done,
            @Nullable @Size(max = 10) String doneOn) {}

    record Judgement(
            @NotNull Verdict verdict,
            @NotBlank @Size(max = 2000) String words) {}

    /** @param reason needed to cancel */
    record Move(
            @NotNull ReviewState state,
            @Nullable @Size(max = 500) String reason) {}

    /** Open ones first, then those that ended in the last 400 days. */
    @GET
    public Uni<List<ReviewTask>> all() {
        return list.all();
    }

    @POST
    public Uni<Detail> open(@NotNull @Valid Blank blank) {
        return reviews.open(ReviewOpening.week(
                        ReviewOpening.Source.HAND,
                        null,
                        blank.title().strip(),
                        blank.share(),
                        orAll(blank.topic()),
                        orAll(blank.region()),
                        HomeZone.today().minusDays(1),
                        me()))
                .chain(this::one);
    }

    /** With its history, and the effect of its measures. */
    @GET
    @Path("/{id}")
    public Uni<Detail> one(@PathParam("id") UUID id) {
        return list.one(id).chain(this::detail);
    }

    /** Those of the days on which it was seen that count for the share, the newest 200. */
    @GET
    @Path("/{id}/conversations")
    public Uni<List<ShareDays.Hit>> conversations(@PathParam("id") UUID id) {
        return list.one(id).chain(task -> {
            var stream = task.stream();
            return stream == null
                    ? Uni.createFrom().item(List.of())
                    : days.hits(stream, task.seenFrom(), task.seenTo());
        });
    }

    @PUT
    @Path("/{id}/analysis")
    @Audited(value = AuditKind.REVIEW_ANALYSED, subject = "review:{id}")
    public Uni<Detail> analyse(@PathParam("id") UUID id, @NotNull @Valid Analysis said) {
        var share = said.share();
        return steps.analyse(
                        id,
                        new ReviewSteps.Analysis(
                                said.cause(),
                                said.words().strip(),
                                said.owner(),
                                AskedDay.of(said.due()),
                                share == null
                                        ? null
                                        : new ShareStream(share, orAll(said.topic()), orAll(said.region()))),
                        me())
                .chain(this::detail);
    }

    @POST
    @Path("/{id}/measures")
    @Audited(value = AuditKind.REVIEW_MEASURE_CHANGED, subject = "review:{id}")
    public Uni<Detail> add(@PathParam("id") UUID id, @NotNull @Valid Measure measure) {
        return steps.add(id, measure.words().strip(), day(measure.due()), me()).chain(this::detail);
    }

    @PUT
    @Path("/{id}/measures/{measure}")
    @Audited(value = AuditKind.REVIEW_MEASURE_CHANGED, subject = "review:{id}")
    public Uni<Detail> set(@PathParam("id") UUID id, @PathParam("measure") UUID measure, @NotNull @Valid Measure said) {
        return steps.set(
                        id,
                        measure,
                        said.words().strip(),
                        day(said.due()),
                        Boolean.TRUE.equals(said.done())
                                ? ReviewSteps.Ready.on(AskedDay.of(said.doneOn()))
                                : ReviewSteps.Ready.NOT_YET,
                        me())
                .chain(this::detail);
    }

    @DELETE
    @Path("/{id}/measures/{measure}")
    @Audited(value = AuditKind.REVIEW_MEASURE_CHANGED, subject = "review:{id}")
    public Uni<Detail> remove(@PathParam("id") UUID id, @PathParam("measure") UUID measure) {
        return steps.remove(id, measure, me()).chain(this::detail);
    }

    /** Whether it helped; the figures are kept as they are now. */
    @PUT
    @Path("/{id}/verdict")
    @Audited(value = AuditKind.REVIEW_JUDGED, subject = "review:{id}")
    public Uni<Detail> judge(@PathParam("id") UUID id, @NotNull @Valid Judgement said) {
        return steps.judge(id, said.verdict(), said.words().strip(), me()).chain(this::detail);
    }

    /** One step on or back, or cancelled. */
    @PUT
    @Path("/{id}/state")
    @Audited(value = AuditKind.REVIEW_MOVED, subject = "review:{id}")
    public Uni<Detail> move(@PathParam("id") UUID id, @NotNull @Valid Move move) {
        return steps.move(
                        id,
                        move.state(),
                        Objects.requireNonNullElse(move.reason(), "").strip(),
                        me())
                .chain(this::detail);
    }

    private Uni<Detail> detail(ReviewTask task) {
        return steps.effect(task)
                .chain(effect -> list.history(task.id()).map(done -> new Detail(task, effect.orElse(null), done)));
    }

    private StaffId me() {
        return current.get().id();
    }

    private static LocalDate day(String text) {
        var day = AskedDay.of(text);
        if (day == null) {
            throw new Problem(Problem.Kind.INVALID, "A day is written like 2026-11-30.");
        }
        return day;
    }

    private static String orAll(@Nullable String name) {
        return name == null ? "" : name.strip();
    }
}

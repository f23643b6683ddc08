package dev.yiwen.knowledge.trial;

import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Addressee;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.KnowledgeTrial;
import dev.yiwen.knowledge.KnowledgeTrial.Outcome;
import dev.yiwen.knowledge.KnowledgeTrial.Stage;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries the knowledge out: on another day, or with a draft in place of what is live. */
@Path("/api/v1/knowledge-trials")
@RolesAllowed(Right.Names.EDIT)
final class TrialResource {
    private static final int MOST_TURNS = 20;
    private static final int MOST_AT_ONCE = 500;

    /**
     * @param turns what the customer says, one after the other
     * @param day with all that is to go live by then; today without it
     * @param article whose latest revision stands in place of the live one
     * @param channel for which answers are worded; without it a chat
     * @param tier of the customer, for whom they are worded
     */
    record Asked(
            @NotNull @Size(min = 1, max = MOST_TURNS) List<@NotNull @Size(min = 1, max = 2000) String> turns,
            @Nullable LocalDate day,
            @Nullable UUID article,
            @Nullable AnswerChannel channel,
            @Min(0) @Max(9) int tier) {

        Addressee addressee() {
            var wanted = channel;
            return new Addressee(wanted == null ? AnswerChannel.CHAT : wanted, tier);
        }
    }

    /**
     * @param now what a customer gets who asks now
     * @param thenAnswers the words of an answer, an article each
     * @param nowAnswers the same
     */
    record Compared(Outcome then, Outcome now, List<String> thenAnswers, List<String> nowAnswers) {}

    private final KnowledgeTrial trials;
    private final TrialStages stages;
    private final PublishImpact impact;

    TrialResource(KnowledgeTrial trials, TrialStages stages, PublishImpact impact) {
        this.trials = trials;
        this.stages = stages;
        this.impact = impact;
    }

    @POST
    public Uni<Compared> ask(@NotNull @Valid Asked asked) {
        var turns = asked.turns().stream().map(String::strip).toList();
        if (turns.contains("")) {
            throw new Problem(Problem.Kind.INVALID, "something is to be asked");
        }
        return Uni.combine()
                .all()
                .unis(
                        stage(asked).chain(it -> told(it, turns, asked.addressee())),
                        told(TrialStages.live(), turns, asked.addressee()))
                .with((then, now) -> new Compared(then.outcome(), now.outcome(), then.answers(), now.answers()));
    }

    private record Told(Outcome outcome, List<String> answers) {}

    private Uni<Told> told(Stage stage, List<String> turns, Addressee addressee) {
        return trials.on(stage)
                .chain(it -> it.ask(turns))
                .chain(outcome -> stages.articles(stage, outcome.articles())
                        .map(all -> new Told(
                                outcome,
                                all.stream()
                                        .map(it -> it.wordedFor(addressee).answer())
                                        .toList())));
    }

    private Uni<Stage> stage(Asked asked) {
        var day = asked.day();
        var article = asked.article();
        if (article != null) {
            return stages.with(ArticleId.of(article))
                    .map(it -> day == null ? it : new Stage(day, it.laid(), it.gone()));
        }
        return day == null ? Uni.createFrom().item(TrialStages.live()) : stages.on(day);
    }

    /**
     * What publishing an article's latest revision would change for what customers asked most recently.
     *
     * @param skip wordings that were looked at before
     */
    @GET
    @Path("impact/{article}")
    public Uni<PublishImpact.Part> impact(
            @PathParam("article") UUID article,
            @QueryParam("skip") @DefaultValue("0") int skip,
            @QueryParam("size") @DefaultValue("250") int size) {
        return impact.of(ArticleId.of(article), Math.max(0, skip), Math.clamp(size, 1, MOST_AT_ONCE));
    }
}

package dev.yiwen.knowledge.editing;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.golden.PublishGate;
import dev.yiwen.knowledge.revision.RefusalWords;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets customers have a draft, now or at a moment. What hands customers over, breaks a golden question that must pass, or was found
 * to leave them without an answer is refused; the latter two until somebody has signed.
 */
@Path("/api/v1/articles/{id}")
@RolesAllowed(Right.Names.PUBLISH)
final class PublishResource {
    /** @param at the moment for it, to the minute */
    record Moment(@Nullable Instant at) {}

    private final Articles articles;
    private final PhrasingCheck phrasings;
    private final PublishGate gate;
    private final RefusalWords refusals;
    private final CurrentStaff staff;

    PublishResource(
            Articles articles, PhrasingCheck phrasings, PublishGate gate, RefusalWords refusals, CurrentStaff staff) {
        this.articles = articles;
        this.phrasings = phrasings;
        this.gate = gate;
        this.refusals = refusals;
        this.staff = staff;
    }

    /** If-Match names the draft to publish; Accept-Language is the editor's, should it be refused. */
    @POST
    @Path("publish")
    @Audited(value = AuditKind.ARTICLE_PUBLISHED, subject = "article:{id}")
    public Uni<Article> publish(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String seen,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        return articles.revisions(ArticleId.of(id))
                .chain(all -> checked(
                        all,
                        base(all, seen),
                        firstDay(all.getFirst()),
                        language,
                        () -> articles.publish(ArticleId.of(id), base(all, seen), editor())));
    }

    /** At a moment, beside what is live until then; else as {@code publish}. */
    @PUT
    @Path("schedule")
    @Audited(value = AuditKind.ARTICLE_SCHEDULED, subject = "article:{id}")
    public Uni<Article> schedule(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String seen,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language,
            Moment moment) {
        var at = ArticleResource.present(ArticleResource.present(moment).at());
        return articles.revisions(ArticleId.of(id))
                .chain(all -> checked(
                        all,
                        base(all, seen),
                        at.atZone(HomeZone.id()).toLocalDate(),
                        language,
                        () -> articles.schedule(ArticleId.of(id), base(all, seen), at, editor())));
    }

    /** What was to go live does not. */
    @DELETE
    @Path("schedule")
    @Audited(value = AuditKind.ARTICLE_UNSCHEDULED, subject = "article:{id}")
    public Uni<Article> unschedule(@PathParam("id") UUID id) {
        return articles.unschedule(ArticleId.of(id));
    }

    /**
     * @param newestFirst the newest must be {@code base} to be published at all, so that it is what is looked at
     * @param day on which it goes live
     */
    private Uni<Article> checked(
            List<Article> newestFirst, int base, LocalDate day, String language, Supplier<Uni<Article>> then) {
        var words = RefusalWords.language(language);
        var draft = newestFirst.getFirst();
        phrasings.check(draft, words);
        var passed = draft.revision() == base && draft.state() != Article.State.PUBLISHED
                ? gate.pass(List.of(draft), day)
                : Uni.createFrom().voidItem();
        return passed.chain(then::get).onFailure(Problem.class).transform(problem -> refusals.inWords(problem, words));
    }

    private static LocalDate firstDay(Article draft) {
        var today = HomeZone.today();
        var from = draft.validFrom();
        return from != null && from.isAfter(today) ? from : today;
    }

    private static int base(List<Article> all, @Nullable String seen) {
        return seen == null ? all.getFirst().revision() : ArticleResource.revision(seen);
    }

    private Editor editor() {
        return Editor.of(staff.get());
    }
}

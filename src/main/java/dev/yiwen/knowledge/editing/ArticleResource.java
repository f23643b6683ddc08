package dev.yiwen.knowledge.editing;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleSearch;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.FaultCause;
import dev.yiwen.knowledge.revision.LiveThen;
import dev.yiwen.knowledge.revision.RefusalWords;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.StorableTime;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The editors' interface to articles. */
@Path("/api/v1/articles")
@RolesAllowed(Right.Names.EDIT)
final class ArticleResource {

    /** What an editor sends; absent fields are empty. */
    record Content(
            @Nullable String slug,
            @Nullable String question,
            @Nullable List<String> phrasings,
            @Nullable String answer,
            @Nullable Audience audience,
            @Nullable String product,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable List<String> tags,
            @Nullable List<AnswerVariant> variants,
            @Nullable List<FaultCause> causes) {

        ArticleDraft draft() {
            return new ArticleDraft(
                    question == null ? "" : question,
                    phrasings == null ? List.of() : phrasings,
                    answer == null ? "" : answer,
                    audience == null ? Audience.CUSTOMER : audience,
                    product == null ? "通用" : product,
                    validFrom,
                    validTo,
                    tags == null ? List.of() : tags,
                    variants == null ? List.of() : variants,
                    causes == null ? List.of() : causes);
        }
    }

    record Restored(int revision) {}

    private final Articles articles;
    private final Ending ending;
    private final ArticleSearch search;
    private final RefusalWords refusals;
    private final CurrentStaff staff;

    ArticleResource(Articles articles, ArticleSearch search, Ending ending, RefusalWords refusals, CurrentStaff staff) {
        this.refusals = refusals;
        this.ending = ending;
        this.search = search;
        this.articles = articles;
        this.staff = staff;
    }

    @GET
    public Uni<ArticlePage> list(@BeanParam ListQuery query) {
        var filter = query.filter(author());
        return query.meant(search)
                .chain(meant -> articles.list(filter, meant))
                .chain(page -> filter.queue() == ArticleFilter.Queue.EXPIRING
                        ? ending.told(page)
                        : Uni.createFrom().item(page));
    }

    /** What could be answered from at a moment, {@code 2026-10-03T01:00:00Z}; now, without one. */
    @GET
    @Path("live")
    public Uni<LiveThen> live(@QueryParam("at") @Nullable String at) {
        return articles.liveAt(moment(at));
    }

    @GET
    @Path("{id}")
    public Uni<Article> get(@PathParam("id") UUID id) {
        return articles.load(ArticleId.of(id));
    }

    /** Newest first. */
    @GET
    @Path("{id}/revisions")
    public Uni<List<Article>> revisions(@PathParam("id") UUID id) {
        return articles.revisions(ArticleId.of(id));
    }

    @POST
    @ResponseStatus(201)
    public Uni<Article> create(@HeaderParam("Accept-Language") @DefaultValue("zh") String language, Content content) {
        return articles.create(present(content).slug(), content.draft(), editor())
                .onFailure(Problem.class)
                .transform(it -> refusals.inWords(it, RefusalWords.language(language)));
    }

    /** If-Match names the latest revision that the editor has seen. */
    @PUT
    @Path("{id}")
    public Uni<Article> save(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String seen,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language,
            Content content) {
        return articles.saveDraft(
                        ArticleId.of(id), revision(seen), present(content).draft(), editor())
                .onFailure(Problem.class)
                .transform(it -> refusals.inWords(it, RefusalWords.language(language)));
    }

    @POST
    @Path("{id}/retire")
    @RolesAllowed(Right.Names.PUBLISH)
    @Audited(value = AuditKind.ARTICLE_ARCHIVED, subject = "article:{id}")
    public Uni<Article> retire(@PathParam("id") UUID id) {
        return articles.retire(ArticleId.of(id), editor());
    }

    @POST
    @Path("{id}/restore")
    @Audited(value = AuditKind.ARTICLE_RESTORED, subject = "article:{id}")
    public Uni<Article> restore(@PathParam("id") UUID id, Restored restored) {
        return articles.restore(ArticleId.of(id), present(restored).revision(), editor());
    }

    private String author() {
        return staff.get().name();
    }

    private Editor editor() {
        return Editor.of(staff.get());
    }

    private static Instant moment(@Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? Instant.now()
                    : StorableTime.moment(text).toInstant();
        } catch (DateTimeException e) {
            throw new Problem(Problem.Kind.INVALID, "A moment is written like 2026-10-03T01:00:00Z.");
        }
    }

    /** Fails with INVALID when it names none. */
    static int revision(@Nullable String header) {
        try {
            return Integer.parseInt(
                    header == null ? "" : header.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new Problem(Problem.Kind.INVALID, "If-Match must name the revision that was edited");
        }
    }

    static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new Problem(Problem.Kind.INVALID, "The request has no body");
        }
        return body;
    }
}

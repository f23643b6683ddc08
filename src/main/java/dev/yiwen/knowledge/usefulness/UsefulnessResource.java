package dev.yiwen.knowledge.usefulness;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.usefulness.Usefulness.Counts;
import dev.yiwen.knowledge.usefulness.Usefulness.Standing;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What articles did for customers and agents, for editors. */
@Path("/api/v1/knowledge-usefulness")
@RolesAllowed(Right.Names.EDIT)
final class UsefulnessResource {

    /**
     * @param total how many pass the filter
     * @param articles how many are live, of those whose they are
     * @param standings of these
     * @param counts of these, together
     * @param trendDays days of each part of a trend
     * @param staleDays and {@code soonDays}, {@code handoverWeight}: by what they are judged
     * @param countedAt until when it was counted
     */
    record Answer(
            List<Usefulness> items,
            int total,
            int articles,
            Map<Standing, Integer> standings,
            Counts counts,
            int trendDays,
            int staleDays,
            int soonDays,
            int handoverWeight,
            @Nullable Instant countedAt) {}

    private final UsefulArticles articles;
    private final UsefulnessSheet sheet;
    private final AfterEnd afterEnd;
    private final CurrentStaff staff;

    UsefulnessResource(UsefulArticles articles, UsefulnessSheet sheet, AfterEnd afterEnd, CurrentStaff staff) {
        this.afterEnd = afterEnd;
        this.articles = articles;
        this.sheet = sheet;
        this.staff = staff;
    }

    /** What to do first comes first. */
    @GET
    public Uni<Answer> list(
            @Valid @BeanParam UsefulnessQuery query,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("30") @Min(1) @Max(200) int size) {
        return articles.list(query, editor())
                .chain(list -> articles.told(query, list.page(page, size))
                        .chain(items -> articles.run().map(run -> {
                            var rule = articles.rule();
                            return new Answer(
                                    items,
                                    list.passing().size(),
                                    list.size(),
                                    list.standings(),
                                    list.sum(),
                                    UseReport.width(query.days()),
                                    rule.staleDays(),
                                    rule.soonDays(),
                                    rule.handoverWeight(),
                                    run.countedAt());
                        })));
    }

    /** All that pass the filter; {@code language} is that of the head. */
    @GET
    @Path("export")
    @Produces("text/csv")
    public Uni<Response> export(
            @Valid @BeanParam UsefulnessQuery query, @QueryParam("language") @DefaultValue("zh-CN") String language) {
        return articles.list(query, editor())
                .map(list -> Response.ok(
                                sheet.of(list.passing(), Locale.forLanguageTag(language)), "text/csv; charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"usefulness.csv\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /** Somebody has looked at it, and it still holds. */
    @POST
    @Path("{article}/checked")
    public Uni<Void> checked(@PathParam("article") UUID article) {
        return articles.checked(ArticleId.of(article), editor().name())
                .invoke(known -> {
                    if (!known) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no article " + article);
                    }
                })
                .replaceWithVoid();
    }

    /** Which of the customers' own questions find nothing once it has ended, and what answers the others. */
    @GET
    @Path("{article}/after-end")
    public Uni<AfterEnd.Outlook> afterEnd(@PathParam("article") UUID article) {
        return afterEnd.of(ArticleId.of(article));
    }

    private Editor editor() {
        return Editor.of(staff.get());
    }
}

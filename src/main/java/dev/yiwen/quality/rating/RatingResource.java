package dev.yiwen.quality.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Customers' ratings one by one: everybody's for supervisors, an agent's own for the agent, whatever they ask for. */
@Path("/api/v1/ratings")
@RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
final class RatingResource {
    private static final int MOST_EXPORTED = 50_000;

    private final Ratings ratings;
    private final Estimates estimates;
    private final RatingSheet sheet;
    private final CurrentStaff current;

    RatingResource(Ratings ratings, Estimates estimates, RatingSheet sheet, CurrentStaff current) {
        this.ratings = ratings;
        this.estimates = estimates;
        this.sheet = sheet;
        this.current = current;
    }

    /**
     * @param overview of all that the filter leaves, whatever their score
     * @param next what to ask for with {@code after}; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            Ratings.Overview overview,
            List<Rating> ratings,
            @Nullable String next) {}

    @GET
    public Uni<Answer> list(
            @BeanParam RatingQuery query,
            @QueryParam("after") @Nullable String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size) {
        var filter = query.filter(onlyOwn());
        return Uni.combine()
                .all()
                .unis(ratings.overview(filter.withAnyScore()), ratings.page(filter, after, size))
                .asTuple()
                .map(it -> new Answer(
                        it.getItem1(), it.getItem2().ratings(), it.getItem2().next()));
    }

    /** How those felt who did not rate, as far as their words tell. */
    @GET
    @Path("/estimates")
    public Uni<Estimates.Answer> estimates(@BeanParam RatingQuery query) {
        return estimates.of(query.filter(onlyOwn()));
    }

    /** At most 50,000, the newest; {@code language} is that of its head. */
    @GET
    @Path("/export")
    @Produces("text/csv")
    @Audited(value = AuditKind.RATINGS_EXPORTED, subject = "ratings")
    public Uni<Response> export(
            @BeanParam RatingQuery query, @QueryParam("language") @DefaultValue("zh-CN") String language) {
        return ratings.all(query.filter(onlyOwn()), MOST_EXPORTED)
                .map(all -> Response.ok(sheet.of(all, Locale.forLanguageTag(language)), "text/csv; charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"ratings.csv\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /** Of whom there are ratings, for a supervisor to choose from. */
    @GET
    @Path("/agents")
    @RolesAllowed(Right.Names.SUPERVISE)
    public Uni<List<Rating.Person>> agents() {
        return ratings.rated();
    }

    /** Null for whoever may see everybody's. */
    private @Nullable StaffId onlyOwn() {
        var staff = current.get();
        return staff.may(Right.SUPERVISE) ? null : staff.id();
    }
}

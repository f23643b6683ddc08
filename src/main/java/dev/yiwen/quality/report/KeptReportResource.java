package dev.yiwen.quality.report;

import dev.yiwen.edge.PublicAddress;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reports of months and quarters: made, kept, read, printed. */
@Path("/api/v1/quality-reports")
@RolesAllowed(Right.Names.SUPERVISE)
final class KeptReportResource {
    private final ReportMaking making;
    private final ReportStore store;
    private final ReportPress press;
    private final CurrentStaff current;
    private final PublicAddress address;

    KeptReportResource(
            ReportMaking making, ReportStore store, ReportPress press, CurrentStaff current, PublicAddress address) {
        this.making = making;
        this.store = store;
        this.press = press;
        this.current = current;
        this.address = address;
    }

    /** @param period {@code 2026-11} or {@code 2026-Q4}; of what has not ended, what there is until now */
    record Wish(
            @NotNull @Pattern(regexp = "[0-9]{4}-([0-9]{2}|Q[1-4])")
            String period) {}

    /** The latest days first. */
    @GET
    @RolesAllowed({Right.Names.SUPERVISE, Right.Names.SETTINGS})
    public Uni<List<KeptReport>> all() {
        return store.all();
    }

    /** Begins one; ask for it until its state is no longer {@code MAKING}. */
    @POST
    public Uni<KeptReport> make(@NotNull @Valid Wish wish) {
        return making.begin(ReportPeriod.of(wish.period()), current.get().name())
                .chain(store::one);
    }

    @GET
    @Path("/{id}")
    public Uni<KeptReport> one(@PathParam("id") UUID id) {
        return store.one(id);
    }

    /** What it says, in words. */
    @GET
    @Path("/{id}/paper")
    public Uni<PaperView> paper(
            @PathParam("id") UUID id, @QueryParam("language") @DefaultValue("zh-CN") String language) {
        return press.paper(id, Locale.forLanguageTag(language));
    }

    @GET
    @Path("/{id}/pdf")
    @Produces({"application/pdf", "application/problem+json"})
    public Uni<Response> pdf(
            @PathParam("id") UUID id,
            @QueryParam("language") @DefaultValue("zh-CN") String language,
            @Context HttpServerRequest request) {
        return store.one(id)
                .chain(report -> press.pdf(id, Locale.forLanguageTag(language), address.seen(request))
                        .map(bytes -> Response.ok(bytes, "application/pdf")
                                .header(
                                        "Content-Disposition",
                                        "attachment; filename=\"yiwen-" + report.period() + ".pdf\"")
                                .header("Cache-Control", "no-store")
                                .build()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Right.Names.SETTINGS)
    public Uni<Void> delete(@PathParam("id") UUID id) {
        return store.delete(id, current.get().id());
    }
}

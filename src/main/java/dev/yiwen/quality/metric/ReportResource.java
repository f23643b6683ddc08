package dev.yiwen.quality.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures, what they mean, and the conversations behind them. */
@Path("/api/v1/reports")
@RolesAllowed(Right.Names.SUPERVISE)
final class ReportResource {
    private static final int MOST_EXPORTED = 50_000;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Figures figures;
    private final Today today;
    private final Cases cases;
    private final FigureSheet sheet;
    private final CaseWorkbook workbook;
    private final Journey journey;

    ReportResource(
            Figures figures, Today today, Cases cases, FigureSheet sheet, CaseWorkbook workbook, Journey journey) {
        this.figures = figures;
        this.today = today;
        this.cases = cases;
        this.sheet = sheet;
        this.workbook = workbook;
        this.journey = journey;
    }

    /**
     * What a figure is.
     *
     * @param formula in words
     * @param leftOut what does not count
     * @param target percent of shares, milliseconds of times; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Definition(
            Metric metric,
            int version,
            Metric.Kind kind,
            String name,
            String formula,
            String leftOut,
            @Nullable Double target,
            boolean lowIsGood) {}

    /** The registry. */
    @GET
    @Path("/metrics")
    public List<Definition> metrics(@QueryParam("language") @DefaultValue("zh-CN") String language) {
        var locale = Locale.forLanguageTag(language);
        return Stream.of(Metric.values())
                .map(it -> new Definition(
                        it,
                        it.version(),
                        it.kind(),
                        sheet.word(locale, it, "name"),
                        sheet.word(locale, it, "formula"),
                        sheet.word(locale, it, "left-out"),
                        it.target(),
                        it.lowIsGood()))
                .toList();
    }

    /** One figure of conversations that began on these days, whole and divided. */
    @GET
    public Uni<Figures.Answer> figure(@BeanParam ReportQuery query) {
        return figures.of(query.metric(), query.by(), query.asked());
    }

    @GET
    @Path("/export")
    @Produces("text/csv")
    public Uni<Response> export(
            @BeanParam ReportQuery query, @QueryParam("language") @DefaultValue("zh-CN") String language) {
        return figures.of(query.metric(), query.by(), query.asked())
                .map(it -> csv(sheet.of(it, Locale.forLanguageTag(language)), "report.csv"));
    }

    /** All figures of today, with those of the same weekday a week ago until the same time of day. */
    @GET
    @Path("/today")
    public Uni<List<Today.Tile>> today() {
        return today.tiles(InstantSource.system());
    }

    /** How many conversations went from where to where, and how long they stayed. */
    @GET
    @Path("/journey")
    public Uni<Journey.Ways> journey(@BeanParam ReportQuery query) {
        return journey.of(query.asked());
    }

    /**
     * The conversations behind a figure; of one hour of the day where that is asked for, as {@code 09}; of one way of the journey, as
     * {@code BOT>QUEUE}.
     */
    @GET
    @Path("/conversations")
    public Uni<Cases.Page> conversations(
            @BeanParam ReportQuery query,
            @QueryParam("which") @DefaultValue("ALL") Cases.Which which,
            @QueryParam("hour") @Nullable String hour,
            @QueryParam("way") @Nullable @Size(max = 100) String way,
            @QueryParam("after") @Nullable String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size) {
        return cases.page(query.metric(), query.asked(), which, hour, way, after, size);
    }

    /** At most 50,000, the newest: a line each. */
    @GET
    @Path("/conversations/export")
    @Produces("text/csv")
    public Uni<Response> exportConversations(
            @BeanParam ReportQuery query,
            @QueryParam("which") @DefaultValue("ALL") Cases.Which which,
            @QueryParam("hour") @Nullable String hour,
            @QueryParam("way") @Nullable @Size(max = 100) String way,
            @QueryParam("language") @DefaultValue("zh-CN") String language) {
        return cases.all(query.metric(), query.asked(), which, hour, way, MOST_EXPORTED)
                .map(it -> csv(sheet.of(it, Locale.forLanguageTag(language)), "conversations.csv"));
    }

    /** The same as a workbook: moments in the company's zone, seconds as numbers. */
    @GET
    @Path("/conversations/workbook")
    @Produces(WORKBOOK)
    public Uni<Response> workbook(
            @BeanParam ReportQuery query,
            @QueryParam("which") @DefaultValue("ALL") Cases.Which which,
            @QueryParam("hour") @Nullable String hour,
            @QueryParam("way") @Nullable @Size(max = 100) String way,
            @QueryParam("language") @DefaultValue("zh-CN") String language) {
        return cases.all(query.metric(), query.asked(), which, hour, way, MOST_EXPORTED)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> Response.ok(workbook.of(it, Locale.forLanguageTag(language)), WORKBOOK)
                        .header("Content-Disposition", "attachment; filename=\"conversations.xlsx\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private static Response csv(byte[] table, String name) {
        return Response.ok(table, "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}

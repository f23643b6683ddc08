package dev.yiwen.quality.metric;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Efficiency, attitude and process in one number, and how much each of them weighs; who changed the weights is kept. */
@Path("/api/v1/reports/index")
@RolesAllowed(Right.Names.SUPERVISE)
final class IndexResource {
    private final ServiceIndexes indexes;
    private final Figures figures;
    private final CurrentStaff current;

    IndexResource(ServiceIndexes indexes, Figures figures, CurrentStaff current) {
        this.indexes = indexes;
        this.figures = figures;
        this.current = current;
    }

    /** Of conversations that began on these days; {@code metric} and {@code by} say nothing here. */
    @GET
    public Uni<ServiceIndex> index(@BeanParam ReportQuery query) {
        var asked = query.asked();
        return Uni.combine()
                .all()
                .unis(indexes.weights(), values(asked))
                .asTuple()
                .map(it -> ServiceIndex.of(it.getItem1(), it.getItem2()));
    }

    /** From now on, for any time. Fails with {@code INVALID} unless they are 100 together. */
    @PUT
    @Path("/weights")
    public Uni<Weights> weigh(@NotNull Weights weights) {
        if (!weights.whole()) {
            throw new Problem(Problem.Kind.INVALID, "The weights are 0 or more, and 100 together.");
        }
        return indexes.weigh(weights, current.get().id().value());
    }

    private Uni<Map<Metric, Value>> values(Asked asked) {
        return Multi.createFrom()
                .iterable(ServiceIndex.MADE_OF.values().stream()
                        .flatMap(List::stream)
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(it -> figures.of(it, By.ALL, asked))
                .collect()
                .asList()
                .map(all -> all.stream().collect(Collectors.toMap(Figures.Answer::metric, Figures.Answer::all)));
    }
}

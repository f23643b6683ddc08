package dev.yiwen.quality.metric;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The index of service by the weights of now. */
@Singleton
public class ServiceIndexes {
    private static final String WEIGHTS =
            "select efficiency, attitude, process from index_weights order by id desc limit 1";
    private static final String WEIGH =
            "insert into index_weights (efficiency, attitude, process, by) values ($1, $2, $3, $4)";

    private final Pool database;

    ServiceIndexes(Pool database) {
        this.database = database;
    }

    /** @return of the days of these figures, and of the days before them */
    public Uni<List<ServiceIndex>> of(List<PeriodFigure> figures) {
        return weights()
                .map(it -> Stream.<Function<PeriodFigure, Value>>of(PeriodFigure::all, PeriodFigure::before)
                        .map(value -> ServiceIndex.of(it, values(figures, value)))
                        .toList());
    }

    private static Map<Metric, Value> values(List<PeriodFigure> figures, Function<PeriodFigure, Value> value) {
        var values = new EnumMap<Metric, Value>(Metric.class);
        figures.forEach(it -> values.put(Metric.valueOf(it.metric()), value.apply(it)));
        return values;
    }

    Uni<Weights> weights() {
        return database.query(WEIGHTS).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Weights(row.getInteger("efficiency"), row.getInteger("attitude"), row.getInteger("process"));
        });
    }

    Uni<Weights> weigh(Weights weights, UUID by) {
        return database.preparedQuery(WEIGH)
                .execute(Tuple.of(weights.efficiency(), weights.attitude(), weights.process(), by))
                .replaceWith(weights);
    }
}

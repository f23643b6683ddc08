package dev.yiwen.command.bench.scale;

import dev.yiwen.command.bench.Schema;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.index.NearestPassages;
import dev.yiwen.shared.HomeZone;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.StreamSupport;

/** One connection of the product's client, with the session's settings that the product gives it. */
final class Searches implements AutoCloseable {
    private static final String SETTING = "quarkus.datasource.reactive.additional-properties.";
    private static final String ORDER = "order by p.embedding <=> (select vector from query)";
    private static final String HALF_ORDER =
            "order by p.embedding::halfvec(512) <=> (select vector::halfvec(512) from query)";

    /** What a search may find. */
    enum Sight {
        /** Everything: what the index alone does. */
        ALL {
            @Override
            String sql() {
                return """
                        with query as materialized (select $1::real[]::vector as vector)
                        select p.id, 1 - (p.embedding <=> (select vector from query)) as cosine
                        from passage p %s limit $2""".formatted(ORDER);
            }

            @Override
            Tuple arguments(float[] query, int count) {
                return Tuple.of(NearestPassages.boxed(query), count);
            }
        },
        /** What a customer may see today, by the product's own statement. */
        CUSTOMER {
            @Override
            String sql() {
                return NearestPassages.STATEMENT;
            }

            @Override
            Tuple arguments(float[] query, int count) {
                return NearestPassages.arguments(query, count, EnumSet.of(Audience.CUSTOMER), HomeZone.today());
            }
        };

        abstract String sql();

        abstract Tuple arguments(float[] query, int count);
    }

    record Found(long id, double cosine) {}

    private final Vertx vertx = Vertx.vertx();
    private final PgConnection connection;
    private final boolean half;

    private Searches(PgConnectOptions options, boolean half) {
        this.half = half;
        connection = PgConnection.connectAndAwait(vertx, options);
    }

    /** Compares with every passage. */
    static Searches exact(Schema schema) {
        return new Searches(schema.options().addProperty("enable_indexscan", "off"), false);
    }

    /** By the index, however few the passages are: only then does the planner sometimes compare them all. */
    static Searches indexed(Schema schema, int efSearch, boolean half) throws IOException {
        return new Searches(asProduct(schema, efSearch).addProperty("enable_seqscan", "off"), half);
    }

    /** As the product searches; which way is the planner's to choose. */
    static Searches planned(Schema schema, int efSearch, boolean half) throws IOException {
        return new Searches(asProduct(schema, efSearch), half);
    }

    private static PgConnectOptions asProduct(Schema schema, int efSearch) throws IOException {
        var options = schema.options();
        var settings = new Properties();
        try (var file = Searches.class.getResourceAsStream("/application.properties")) {
            settings.load(Objects.requireNonNull(file));
        }
        for (var name : settings.stringPropertyNames()) {
            var parameter = name.replace(SETTING, "").replace("\"", "");
            if (parameter.startsWith("hnsw.")) {
                options.addProperty(parameter, settings.getProperty(name));
            }
        }
        return options.addProperty("hnsw.ef_search", String.valueOf(efSearch));
    }

    /** Best first. */
    List<Found> nearest(Sight sight, float[] query, int count) {
        return rows(sql(sight), sight.arguments(query, count)).stream()
                .map(it -> new Found(it.getLong("id"), it.getDouble("cosine")))
                .sorted(Comparator.comparingDouble(Found::cosine).reversed())
                .toList();
    }

    boolean usesIndex(Sight sight, float[] query, int count) {
        return rows("explain " + sql(sight), sight.arguments(query, count)).stream()
                .anyMatch(it -> it.getString(0).contains("passage_embedding"));
    }

    private String sql(Sight sight) {
        return half ? sight.sql().replace(ORDER, HALF_ORDER) : sight.sql();
    }

    private List<Row> rows(String sql, Tuple arguments) {
        var rows = connection.preparedQuery(sql).executeAndAwait(arguments);
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    @Override
    public void close() {
        connection.closeAndAwait();
        vertx.closeAndAwait();
    }
}

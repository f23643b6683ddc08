package dev.yiwen.quality.calibration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much is drawn, and how well people and machine must agree; supervisors change it. */
@Singleton
final class CalibrationRules {
    private static final String READ = "select floor, least, random, doubtful from calibration_rule";
    private static final String SAVE = "update calibration_rule set floor = $1, least = $2, random = $3, doubtful = $4";

    private final Pool database;

    CalibrationRules(Pool database) {
        this.database = database;
    }

    /**
     * @param floor of κ between people and machine; below it a criterion counts no more
     * @param least from so many conversations on that holds
     * @param random of each criterion, a week
     * @param doubtful likewise
     */
    record Rule(
            @DecimalMin("0") @DecimalMax("1") double floor,
            @Min(5) @Max(1000) int least,
            @Min(0) @Max(50) int random,
            @Min(0) @Max(50) int doubtful) {}

    Uni<Rule> current() {
        return database.query(READ).execute().map(rows -> {
            var row = rows.iterator().next();
            // As people wrote it, and not as half its digits keep it.
            double floor = Math.round(row.getFloat("floor") * 1000) / 1000.0;
            return new Rule(floor, row.getInteger("least"), row.getInteger("random"), row.getInteger("doubtful"));
        });
    }

    Uni<Void> save(Rule rule) {
        return database.preparedQuery(SAVE)
                .execute(Tuple.of((float) rule.floor(), rule.least(), rule.random(), rule.doubtful()))
                .replaceWithVoid();
    }
}

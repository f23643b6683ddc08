package dev.yiwen.command.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/** Where the time of turns went, as the service itself noted it down in their traces. */
final class Stages {
    private static final String OF_TURNS = """
            select stage.key,
              percentile_disc(0.5) within group (order by stage.value::float8) as p50,
              percentile_disc(0.95) within group (order by stage.value::float8) as p95
            from turn_trace, jsonb_each_text(trace -> 'timings') as stage (key, value)
            where at between ? and ?
            group by stage.key
            order by array_position('{wait,read,understand,triage,embed,search,rank,compose,store,total}', stage.key)""";

    private Stages() {}

    /** Of the turns of one round. */
    static List<BenchReport.Stage> of(Sample round, Connection database) throws SQLException {
        var stages = new ArrayList<BenchReport.Stage>();
        stages.add(new BenchReport.Stage(
                "receive",
                round.clients(),
                BenchReport.rounded(Sample.quantile(round.sortedReceiptMs(), 0.5)),
                BenchReport.rounded(Sample.quantile(round.sortedReceiptMs(), 0.95))));
        try (var statement = database.prepareStatement(OF_TURNS)) {
            statement.setTimestamp(1, Timestamp.from(round.begun()));
            statement.setTimestamp(2, Timestamp.from(round.begun().plus(round.lasted())));
            var rows = statement.executeQuery();
            while (rows.next()) {
                stages.add(new BenchReport.Stage(
                        rows.getString("key"),
                        round.clients(),
                        BenchReport.rounded(rows.getDouble("p50")),
                        BenchReport.rounded(rows.getDouble("p95"))));
            }
        }
        return stages;
    }
}

package dev.yiwen.command.bench.assist;

import dev.yiwen.command.bench.Instance;
import dev.yiwen.command.bench.assist.CallLoadReport.Waited;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.DoubleStream;

/** When the records of calls were there after their ends. */
final class Records {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long POLL_MS = 100;

    private Records() {}

    /** Waits until there are all, a minute at most. Service and database have this machine's clock. */
    static Waited of(Instance instance, List<SimulatedCall> calls) throws SQLException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        var drafted = drafted(instance, calls);
        while (drafted.size() < calls.size() && System.nanoTime() < until) {
            Thread.sleep(POLL_MS);
            drafted = drafted(instance, calls);
        }
        var at = drafted;
        return Waited.of(calls.stream()
                .filter(it -> at.containsKey(it.conversation()))
                .flatMapToDouble(it -> DoubleStream.of(at.getOrDefault(it.conversation(), 0.0) - it.endedMs()))
                .sorted()
                .toArray());
    }

    /** Milliseconds since 1970. */
    private static Map<String, Double> drafted(Instance instance, List<SimulatedCall> calls) throws SQLException {
        var drafted = new HashMap<String, Double>();
        try (var connection = instance.schema().connect();
                var statement = connection.prepareStatement("""
                        select conversation_id::text, extract(epoch from drafted_at)::float8 * 1000 from wrap_up
                        where conversation_id = any(?)""")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            calls.stream()
                                    .map(it -> UUID.fromString(it.conversation()))
                                    .toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    drafted.put(rows.getString(1), rows.getDouble(2));
                }
            }
        }
        return drafted;
    }
}

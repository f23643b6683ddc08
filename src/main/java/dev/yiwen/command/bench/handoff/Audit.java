package dev.yiwen.command.bench.handoff;

import dev.yiwen.command.bench.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the rows say after the burst. */
record Audit(int served, int servedTwice, int overtaken, Map<String, Long> putAhead) {
    /** Whoever asked so shortly before somebody was offered need not have been seen yet. */
    private static final double UNSEEN_SECONDS = 2;

    /** One wait, in seconds since the first. */
    private record Waited(String conversation, double requested, double rank, double offered, long placed) {

        /** Whether somebody who got a place later got it further ahead. */
        boolean hasAhead(Waited other) {
            return other.rank <= rank && other.placed > placed;
        }

        /** Whether somebody behind was asked for first, although this one had been waiting for a while. */
        boolean wasPassedBy(Waited other) {
            return rank < other.rank && offered > other.offered && requested + UNSEEN_SECONDS < other.offered;
        }
    }

    /** Every twentieth customer is a valued one, so that the order is not merely that of asking. */
    static void valueSome(Schema schema) throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update customer set tier = 2 where id in"
                            + " (select id from (select id, row_number() over (order by id) as n from customer) c where n % 20 = 0)");
        }
    }

    static Audit of(Schema schema) throws SQLException {
        try (var connection = schema.connect()) {
            var waits = waits(connection);
            return new Audit(
                    count(
                            connection,
                            "count(distinct conversation_id)",
                            "agent_id is not null and ended_at is not null"),
                    count(
                            connection,
                            "count(*) - count(distinct conversation_id)",
                            "agent_id is not null and assigned_at is not null"),
                    (int) waits.stream()
                            .filter(it -> waits.stream().anyMatch(it::wasPassedBy))
                            .count(),
                    waits.stream()
                            .collect(Collectors.toMap(
                                    Waited::conversation,
                                    it -> waits.stream().filter(it::hasAhead).count(),
                                    Math::max)));
        }
    }

    long putAheadOf(String conversation) {
        return putAhead.getOrDefault(conversation, 0L);
    }

    private static int count(Connection connection, String what, String where) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select " + what + " from handoff where " + where)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<Waited> waits(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select conversation_id::text, extract(epoch from requested_at - min(requested_at) over ()),"
                                + " extract(epoch from rank_at - min(requested_at) over ()),"
                                + " extract(epoch from offered_at - min(requested_at) over ()), placed_in"
                                + " from handoff where offered_at is not null")) {
            var waits = new ArrayList<Waited>();
            while (rows.next()) {
                waits.add(new Waited(
                        rows.getString(1), rows.getDouble(2), rows.getDouble(3), rows.getDouble(4), rows.getLong(5)));
            }
            return waits;
        }
    }
}

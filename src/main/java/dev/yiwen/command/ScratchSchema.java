package dev.yiwen.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema for one evaluation, gone when the process ends, Ctrl-C included. Its session lock marks it as in use, so that
 * the next evaluation can drop what a killed one left behind. Plain JDBC: it opens before Quarkus and closes after it.
 */
final class ScratchSchema {
    private static final String PREFIX = "yiwen_evaluate_";
    private static final int ANSWER_SECONDS = 10;

    private ScratchSchema() {}

    /** Makes it and lets the application work in it. */
    static void open() {
        var name = PREFIX + ProcessHandle.current().pid() + "_" + Long.toString(System.currentTimeMillis(), 36);
        try {
            var connection = DatabaseSettings.ofEnvironment().connect(ANSWER_SECONDS);
            for (var left : leftBehind(connection)) {
                if (lock(connection, left)) {
                    drop(connection, left);
                }
            }
            lock(connection, name);
            execute(connection, "create schema " + name);
            System.setProperty("yiwen.database.schema", name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(connection, name)));
        } catch (SQLException e) {
            System.err.println("yiwen: No schema can be made for the evaluation: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Whether the installation answers from anything yet. */
    static boolean knowledgeIsLive() {
        try (var connection = DatabaseSettings.ofEnvironment().connect(ANSWER_SECONDS);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select from article_revision where state = 'PUBLISHED' limit 1")) {
            return rows.next();
        } catch (SQLException e) {
            // There is no such table where nothing was ever started.
            return false;
        }
    }

    private static void close(Connection connection, String name) {
        try (connection) {
            drop(connection, name);
        } catch (SQLException e) {
            System.err.println("The schema " + name + " was left behind: " + e.getMessage());
        }
    }

    private static void drop(Connection connection, String name) throws SQLException {
        execute(connection, "drop schema if exists " + name + " cascade");
    }

    private static List<String> leftBehind(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.prepareStatement(
                        "select nspname from pg_namespace where starts_with(nspname, '" + PREFIX + "')");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static boolean lock(Connection connection, String name) throws SQLException {
        try (var statement =
                connection.prepareStatement("select pg_try_advisory_lock(hashtext('yiwen-evaluate'), hashtext(?))")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

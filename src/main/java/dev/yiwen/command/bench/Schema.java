package dev.yiwen.command.bench;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/** The tables that are measured, in a schema of their own. */
public record Schema(String name) {
    private static final String EDITOR = "bench";
    private static final Duration GRACE = Duration.ofSeconds(10);

    public static Schema ofThisProcess() {
        return new Schema("yiwen_bench_" + ProcessHandle.current().pid());
    }

    public Connection connect() throws SQLException {
        var login = new Properties();
        login.setProperty("user", user());
        login.setProperty("password", password());
        login.setProperty("currentSchema", searchPath());
        login.setProperty("ApplicationName", name);
        var url = setting("YIWEN_DB_JDBC_URL", "jdbc:postgresql://127.0.0.1:5432/yiwen");
        return Objects.requireNonNull(new org.postgresql.Driver().connect(url, login), url);
    }

    /** For connections of the product's own client. */
    public PgConnectOptions options() {
        return PgConnectOptions.fromUri(setting("YIWEN_DB_REACTIVE_URL", "postgresql://127.0.0.1:5432/yiwen"))
                .setUser(user())
                .setPassword(password())
                .setCachePreparedStatements(true)
                .addProperty("search_path", searchPath())
                .addProperty("application_name", name);
    }

    /** Adds someone who may rehearse answers; their login. */
    String addEditor(String password) throws SQLException {
        return add(EDITOR, "EDITOR", password);
    }

    /** Adds a member of staff with that role, or several between which stands a {@code +}; the login. */
    public String add(String login, String roles, String password) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement("insert into staff"
                        + " (id, login, name, password_hash, must_change_password, roles)"
                        + " values (?::uuid, ?, ?, ?, false, string_to_array(?, '+'))")) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, login);
            statement.setString(3, login);
            statement.setString(4, BcryptUtil.bcryptHash(password, 4));
            statement.setString(5, roles);
            statement.executeUpdate();
            return login;
        }
    }

    /** Whatever a connection to it is just doing is ended first, because it would hold the tables. */
    public void drop() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set client_min_messages = warning");
            statement.execute("select pg_terminate_backend(pid, " + GRACE.toMillis() + ") from pg_stat_activity"
                    + " where application_name = '" + name + "' and pid <> pg_backend_pid()");
            statement.execute("drop schema if exists " + name + " cascade");
        } catch (SQLException e) {
            System.err.println("The schema " + name + " could not be dropped: " + e.getMessage());
        }
    }

    private String searchPath() {
        return name + ",public";
    }

    private static String user() {
        return setting("YIWEN_DB_USER", "yiwen");
    }

    private static String password() {
        return setting("YIWEN_DB_PASSWORD", "yiwen");
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}

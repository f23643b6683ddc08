package dev.yiwen.command.bench;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/** The tables of the measured instance, in a schema of their own. */
record Schema(String name) {
    private static final String EDITOR = "bench";

    static Schema ofThisProcess() {
        return new Schema("yiwen_bench_" + ProcessHandle.current().pid());
    }

    Connection connect() throws SQLException {
        var login = new Properties();
        login.setProperty("user", System.getenv().getOrDefault("YIWEN_DB_USER", "yiwen"));
        login.setProperty("password", System.getenv().getOrDefault("YIWEN_DB_PASSWORD", "yiwen"));
        login.setProperty("currentSchema", name);
        var url = System.getenv().getOrDefault("YIWEN_DB_JDBC_URL", "jdbc:postgresql://127.0.0.1:5432/yiwen");
        return Objects.requireNonNull(new org.postgresql.Driver().connect(url, login), url);
    }

    /** Adds someone who may rehearse answers; their login. */
    String addEditor(String password) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement("insert into staff"
                        + " (id, login, name, password_hash, must_change_password, roles)"
                        + " values (?::uuid, ?, ?, ?, false, '{EDITOR}')")) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, EDITOR);
            statement.setString(3, EDITOR);
            statement.setString(4, BcryptUtil.bcryptHash(password, 4));
            statement.executeUpdate();
            return EDITOR;
        }
    }

    void drop() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set client_min_messages = warning");
            statement.execute("drop schema if exists " + name + " cascade");
        } catch (SQLException e) {
            System.err.println("The schema " + name + " could not be dropped: " + e.getMessage());
        }
    }
}

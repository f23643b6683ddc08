package dev.yiwen;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What the instances under test share, looked at from outside. */
final class Database {
    private Database() {}

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getenv("YIWEN_DB_JDBC_URL"), System.getenv("YIWEN_DB_USER"), System.getenv("YIWEN_DB_PASSWORD"));
    }

    /** The id that its sender gave each message, or the empty text, by its number. */
    static Map<Long, String> messages(String conversation) {
        var messages = new LinkedHashMap<Long, String>();
        try (var connection = connect();
                var statement = connection.prepareStatement("select seq, coalesce(client_message_id, '') from message"
                        + " where conversation_id = ?::uuid order by seq")) {
            statement.setString(1, conversation);
            var rows = statement.executeQuery();
            while (rows.next()) {
                messages.put(rows.getLong(1), rows.getString(2));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return messages;
    }

    /** Turns of the bot in that conversation that are not over. */
    static int openTurns(String conversation) {
        try (var connection = connect();
                var statement = connection.prepareStatement(
                        "select count(*) from conversation where id = ?::uuid and turn_seq is not null")) {
            statement.setString(1, conversation);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What the query counts. */
    static long count(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Someone who may do the roles' work, with a login of its own. */
    static String staff(String password, String roles) {
        try (var connection = connect()) {
            return staff(connection, password, roles);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The same where another database is meant. */
    static String staff(Connection connection, String password, String roles) throws SQLException {
        var login = "it-" + UUID.randomUUID();
        try (var statement = connection.prepareStatement("insert into staff"
                + " (id, login, name, password_hash, must_change_password, roles)"
                + " values (?::uuid, ?, '小林', ?, false, string_to_array(?, ','))")) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, login);
            statement.setString(3, BcryptUtil.bcryptHash(password, 4));
            statement.setString(4, roles);
            statement.executeUpdate();
        }
        return login;
    }
}

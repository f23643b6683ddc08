package dev.yiwen.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** The database of the environment, for what happens before the application is there. */
record DatabaseSettings(String url, String user, String password) {
    private static final String SCHEME = "jdbc:postgresql://";

    static DatabaseSettings ofEnvironment() {
        return new DatabaseSettings(
                setting("YIWEN_DB_JDBC_URL", SCHEME + "127.0.0.1:5432/yiwen"),
                setting("YIWEN_DB_USER", "yiwen"),
                setting("YIWEN_DB_PASSWORD", "yiwen"));
    }

    /** @param patience seconds until somebody who does not answer is given up */
    Connection connect(int patience) throws SQLException {
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("loginTimeout", Integer.toString(patience));
        login.setProperty("ApplicationName", "yiwen");
        var connection = new org.postgresql.Driver().connect(url, login);
        if (connection == null) {
            throw new SQLException(url + " is not the address of a PostgreSQL.", "08001");
        }
        return connection;
    }

    /** Host, port and database, without what may be secret. */
    String place() {
        return url.replaceFirst("^" + SCHEME, "").replaceFirst("\\?.*$", "");
    }

    private static String setting(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}

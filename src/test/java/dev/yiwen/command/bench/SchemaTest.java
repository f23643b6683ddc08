package dev.yiwen.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void goes_although_a_connection_is_in_the_middle_of_its_work() throws SQLException {
        var schema = new Schema("yiwen_bench_test_" + ProcessHandle.current().pid());
        try (var busy = schema.connect();
                var statement = busy.createStatement()) {
            statement.execute("create schema " + schema.name());
            statement.execute("create table held (id int)");
            busy.setAutoCommit(false);
            statement.execute("lock table held");

            schema.drop();
        }

        try (var connection = schema.connect();
                var rows = connection.getMetaData().getSchemas(null, schema.name())) {
            assertThat(rows.next()).isFalse();
        }
    }
}

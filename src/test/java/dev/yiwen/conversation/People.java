package dev.yiwen.conversation;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Customers and agents of a test's own. */
@Singleton
public class People {
    private final Pool database;

    People(Pool database) {
        this.database = database;
    }

    public CustomerId customer() {
        var id = Ids.next();
        database.preparedQuery("insert into customer (id) values ($1)")
                .execute(Tuple.of(id))
                .await()
                .indefinitely();
        return new CustomerId(id);
    }

    public StaffId agent(String name) {
        var id = Ids.next();
        database.preparedQuery("insert into staff (id, login, name, password_hash, roles) values ($1, $2, $3, '-', $4)")
                .execute(Tuple.of(id, "agent-" + id, name, new String[] {"AGENT"}))
                .await()
                .indefinitely();
        return new StaffId(id);
    }
}

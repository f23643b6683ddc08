package dev.yiwen.handoff.phrase;

import com.sun.management.OperatingSystemMXBean;
import dev.yiwen.shared.EntityStore;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Processor time of an operation, both ways; the figures of decision 0001. Not part of the tests:
 * {@code ./yiwen test -Dtest=EntityCosts -DskipITs -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@QuarkusTest
class EntityCosts {
    private static final int OPERATIONS = 4_000;
    private static final int AT_ONCE = 8;

    @Inject
    Pool pool;

    @Inject
    EntityStore entities;

    @Test
    void measure() {
        var phrase = new Phrase();
        phrase.saying("cost" + UUID.randomUUID(), "您好，请稍等。");
        entities.insert(phrase, "taken").await().indefinitely();
        var id = phrase.id;
        for (int round = 0; round < 3; round++) {
            report(
                    "read, SQL",
                    () -> pool.preparedQuery("select id, staff_id, shortcut, text from phrase where id = $1")
                            .execute(Tuple.of(id))
                            .map(rows -> rows.iterator().next().getString("text")));
            report("read, entity", () -> entities.read(session -> session.get(Phrase.class, id)));
            report(
                    "change, SQL",
                    () -> pool.preparedQuery(
                                    "update phrase set text = $2, changed_at = now() where id = $1 returning id, shortcut, text")
                            .execute(Tuple.of(id, "好的，请稍等。"))
                            .map(rows -> rows.iterator().next().getString("text")));
            report(
                    "change, SQL in a transaction",
                    () -> pool.withTransaction(transaction -> transaction
                            .preparedQuery("select id, staff_id, shortcut, text from phrase where id = $1")
                            .execute(Tuple.of(id))
                            .chain(() -> transaction
                                    .preparedQuery("update phrase set text = $2, changed_at = now() where id = $1")
                                    .execute(Tuple.of(id, "好的，请稍等。")))));
            report(
                    "change, entity",
                    () -> entities.write(session -> session.get(Phrase.class, id)
                            .invoke(it -> it.text = "好的，请稍等。")
                            .call(session::update)));
        }
    }

    private static void report(String name, Supplier<? extends Uni<?>> operation) {
        long before = processorNanos();
        Multi.createFrom()
                .range(0, OPERATIONS)
                .onItem()
                .transformToUni(i -> operation.get())
                .merge(AT_ONCE)
                .collect()
                .last()
                .await()
                .indefinitely();
        System.out.printf("COST %-30s %4d µs%n", name, (processorNanos() - before) / OPERATIONS / 1_000);
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}

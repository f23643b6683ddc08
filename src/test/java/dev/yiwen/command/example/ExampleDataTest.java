package dev.yiwen.command.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.audit.Erasure;
import dev.yiwen.quality.metric.FactKeeping;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExampleDataTest {
    private static final List<String> OF_CUSTOMERS =
            List.of("customer_region", "conversation", "conversation_fact", "ticket");
    private static final String INVENTED = "(select id from customer where external_id like 'example-data:%')";

    @Inject
    Pool database;

    @Inject
    Erasure erasure;

    @Inject
    FactKeeping facts;

    @Test
    void what_was_added_is_counted_and_taken_away_without_a_trace() {
        var data = new ExampleData(database, erasure);
        var articles = IntStream.range(0, 20)
                .mapToObj(i -> new ExampleArticle("samples/a" + i, 1, "问题" + i, "回答" + i))
                .toList();
        // Days that no other test looks at.
        var quarter = new ExampleQuarter(articles, HomeZone.today().minusYears(2), HomeZone.id(), 900, 3);
        try {
            int written = data.add(quarter, steps -> {}, () -> {});
            facts.anew().await().indefinitely();

            assertThat(count("select count(*) from conversation where customer_id in " + INVENTED))
                    .isEqualTo(written);
            assertThat(count("select count(*) from conversation_fact where article like 'samples/%'"))
                    .isEqualTo(written);
            assertThat(count("select count(*) from ticket where customer_id in " + INVENTED))
                    .isPositive();
        } finally {
            assertThat(data.remove()).isPositive();
        }
        facts.anew().await().indefinitely();

        for (var table : OF_CUSTOMERS) {
            assertThat(count("select count(*) from " + table + " where customer_id in " + INVENTED))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from customer where name like '示例客户%'"))
                .isZero();
        assertThat(count("select count(*) from staff where login like 'example-agent-%'"))
                .isZero();
        assertThat(count("select count(*) from incident where declared_by = '示例数据'"))
                .isZero();
        assertThat(
                        count(
                                "select coalesce(sum(n), 0) from figure_hour where dimension = 'ARTICLE' and member like 'samples/%'"))
                .isZero();
    }

    private long count(String sql) {
        return database.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}

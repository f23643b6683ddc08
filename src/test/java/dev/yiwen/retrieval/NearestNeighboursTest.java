package dev.yiwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NearestNeighboursTest {
    @Inject
    Pool pool;

    @Inject
    RetrievalConfig config;

    @Test
    void connections_let_the_index_return_as_many_neighbours_as_a_search_asks_for() {
        var size = pool.query("select current_setting('hnsw.ef_search')::int as size")
                .execute()
                .map(rows -> rows.iterator().next().getInteger("size"))
                .await()
                .indefinitely();
        assertThat(size).isGreaterThanOrEqualTo(config.densePassages());
    }
}

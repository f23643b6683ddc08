package dev.yiwen.command.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.command.bench.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScaleTest {
    private static final int PASSAGES = 5000;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private ScaleReport figures;

    @BeforeAll
    void measure() throws IOException, SQLException {
        var plan = new Scale.Plan(PASSAGES, 40, List.of(100), new Scale.Index(16, 64, false, 64, 1));
        figures = new ScaleRun(plan, new PrintStream(said, true, StandardCharsets.UTF_8)).run();
    }

    @Test
    void finds_nine_of_ten_neighbours_by_the_index_which_the_planner_chooses() {
        assertThat(figures.indexed()).extracting(ScaleReport.Indexed::sight).containsExactly("ALL", "CUSTOMER");
        assertThat(figures.indexed()).allSatisfy(it -> {
            assertThat(it.recall10()).isGreaterThanOrEqualTo(0.9);
            assertThat(it.recall100()).isGreaterThanOrEqualTo(0.9);
            assertThat(it.found()).isEqualTo(100);
            assertThat(it.chosen()).isTrue();
        });
    }

    @Test
    void crowds_the_bulk_about_the_queries_as_real_passages_do() {
        var nearness = figures.nearness();
        assertThat(nearness.realPassages()).isGreaterThan(500);
        assertThat(nearness.bulk10()).isBetween(nearness.real10() - 0.1, nearness.real10() + 0.1);
    }

    @Test
    void stores_every_vector_and_indexes_it_within_the_memory_given() {
        var bytesOfVectors = PASSAGES * 512L * Float.BYTES;
        assertThat(figures.index().tableBytes()).isGreaterThan(bytesOfVectors);
        assertThat(figures.index().bytes()).isGreaterThan(bytesOfVectors);
        assertThat(figures.index().graphFitted()).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("recall@10");
    }

    @Test
    void leaves_nothing_behind() throws SQLException {
        var schema = Schema.ofThisProcess();
        try (var connection = schema.connect();
                var rows = connection.getMetaData().getSchemas(null, schema.name())) {
            assertThat(rows.next()).isFalse();
        }
    }
}

package dev.yiwen.command.bench.scale;

import dev.yiwen.command.Bar;
import dev.yiwen.command.ask.CommandFailure;
import dev.yiwen.command.bench.Schema;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The product's table of passages, made by its own migrations in a schema that goes at the end. */
final class PassageTable {
    private static final String INDEX = "passage_embedding";
    private static final int LOT = 1000;

    private final Schema schema;
    private final Connection connection;

    private PassageTable(Schema schema, Connection connection) {
        this.schema = schema;
        this.connection = connection;
    }

    static PassageTable create(Schema schema, Connection connection) throws SQLException, IOException {
        var table = new PassageTable(schema, connection);
        table.execute("set client_min_messages = warning");
        table.execute("create schema " + schema.name());
        for (var migration : migrations()) {
            table.execute(migration);
        }
        // Made-up passages belong to no article.
        table.execute("alter table passage drop constraint passage_article_id_fkey");
        return table;
    }

    void load(Bulk bulk, int passages) throws SQLException, IOException {
        try (var bar = new Bar("Loading thousands of passages");
                var copy = new PassageCopy(connection)) {
            bar.begin(passages / LOT);
            for (var i = 1; i <= passages; i++) {
                copy.write(bulk.next());
                if (i % LOT == 0) {
                    bar.step();
                }
            }
        }
        execute("analyze passage");
    }

    /** It is built once the rows are there, which takes a fraction of the time. Gives its definition. */
    String dropIndex() throws SQLException {
        var definition = Objects.requireNonNull(one("select pg_get_indexdef('" + INDEX + "'::regclass)"));
        execute("drop index " + INDEX);
        return definition;
    }

    /**
     * Builds it anew, by the definition of the migrations but with these parameters.
     *
     * @return whether the graph fitted into the memory for it; beyond, pgvector goes on much slower
     */
    boolean buildIndex(String definition, Scale.Index index, PrintStream progress) throws SQLException {
        var sql = definition.replaceFirst(
                "(?i) with \\(.*\\)$",
                " with (m = %d, ef_construction = %d)".formatted(index.m(), index.efConstruction()));
        if (index.half()) {
            sql = sql.replace("embedding vector_cosine_ops", "(embedding::halfvec(512)) halfvec_cosine_ops");
        }
        execute("set maintenance_work_mem = '" + index.memoryMb() + "MB'");
        execute("set max_parallel_maintenance_workers = " + index.workers());
        try (var watch = Executors.newSingleThreadScheduledExecutor();
                var statement = connection.createStatement()) {
            statement.execute("set client_min_messages = notice");
            watch.scheduleWithFixedDelay(() -> tell(progress), 10, 10, TimeUnit.SECONDS);
            statement.execute(sql);
            watch.shutdownNow();
            return statement.getWarnings() == null;
        }
    }

    private void tell(PrintStream progress) {
        try (var own = schema.connect();
                var statement = own.createStatement();
                var rows = statement.executeQuery("""
                        select 100.0 * blocks_done / blocks_total from pg_stat_progress_create_index
                        where relid = 'passage'::regclass and blocks_total > 0""")) {
            if (rows.next()) {
                progress.printf(Locale.ROOT, "Building the index: %.0f%%%n", rows.getDouble(1));
            }
        } catch (SQLException e) {
            progress.println("Building the index: no progress to be had, " + e.getMessage());
        }
    }

    long indexBytes() throws SQLException {
        return Long.parseLong(one("select pg_relation_size('" + INDEX + "')"));
    }

    /** Without its indexes. */
    long tableBytes() throws SQLException {
        return Long.parseLong(one("select pg_table_size('passage')"));
    }

    /** Of PostgreSQL and pgvector. */
    String versions() throws SQLException {
        return one("""
                select 'PostgreSQL ' || current_setting('server_version') || ', pgvector ' || extversion
                  || ', shared_buffers ' || current_setting('shared_buffers')
                from pg_extension where extname = 'vector'""");
    }

    private String one(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> migrations() throws IOException {
        var texts = new ArrayList<String>();
        ClassPathUtils.consumeAsPaths(PassageTable.class.getClassLoader(), "db/migration", folder -> {
            try (var files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    texts.add(Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (texts.isEmpty()) {
            throw new CommandFailure("The application holds no migrations.");
        }
        return texts;
    }
}

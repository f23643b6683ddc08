package dev.yiwen.audit.subject;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.audit.CustomerData.Document;
import dev.yiwen.audit.PersonalTable;
import dev.yiwen.audit.Scope;
import dev.yiwen.audit.report.Report;
import dev.yiwen.audit.report.Report.Line;
import dev.yiwen.audit.report.Reports;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Hands out all that is known of one customer: a ZIP with what a person can read, the files, and each table as JSON. Neither
 * names of staff nor what they say among themselves is in it.
 */
@Singleton
public final class CustomerExport {
    private final Pool database;
    private final DataCatalogue data;
    private final Reports reports;
    private final AuditLog log;
    private final Messages messages;

    CustomerExport(Pool database, DataCatalogue data, Reports reports, AuditLog log, Messages messages) {
        this.database = database;
        this.data = data;
        this.reports = reports;
        this.log = log;
        this.messages = messages;
    }

    /** Fails with {@code NOT_FOUND}. One file after the other is in memory, never all. */
    public Uni<Report> to(Path zip, UUID customer, @Nullable UUID by) {
        return data.of(customer)
                .chain(scope -> open(zip)
                        .chain(out -> write(out, scope)
                                .map(lines -> new Report(Ids.next(), Report.EXPORT, customer, by, Instant.now(), lines))
                                .call(report -> entry(out, new Document("README.txt", explained(report))))
                                .onTermination()
                                .call(() -> aside(out::close))))
                .call(reports::keep)
                .call(report -> log.append(new AuditEvent(
                        AuditKind.CUSTOMER_EXPORTED,
                        by,
                        "customer:" + customer,
                        Map.of("report", report.id().toString()))));
    }

    private Uni<List<Line>> write(ZipOutputStream out, Scope scope) {
        var lines = new ArrayList<Line>();
        return data.documents(scope)
                .onItem()
                .transformToUniAndConcatenate(document -> entry(out, document))
                .collect()
                .asList()
                .invoke(done -> lines.add(new Line("documents", done.size(), done.size(), 0, null)))
                .chain(() -> database.withConnection(open -> Multi.createFrom()
                        .iterable(data.tables())
                        .onItem()
                        .transformToUniAndConcatenate(table -> table(open, out, table, scope))
                        .collect()
                        .asList()))
                .invoke(lines::addAll)
                .invoke(() -> requireCustomer(lines))
                .map(done -> List.copyOf(lines));
    }

    private static Uni<Line> table(SqlConnection open, ZipOutputStream out, PersonalTable table, Scope scope) {
        if (table.withheld() != null) {
            return open.preparedQuery(table.count())
                    .execute(DataCatalogue.values(scope))
                    .map(rows -> rows.iterator().next().getLong(0))
                    .map(n -> new Line(table.name(), n, 0, n, n == 0 ? null : table.withheld()));
        }
        return open.preparedQuery(table.rows())
                .execute(DataCatalogue.values(scope))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("row"))
                        .toList())
                .call(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : entry(
                                out,
                                new Document(
                                        "data/" + table.name() + ".json",
                                        rows.stream()
                                                .collect(Collectors.joining(",\n", "[\n", "\n]\n"))
                                                .getBytes(StandardCharsets.UTF_8))))
                .map(rows -> new Line(table.name(), rows.size(), rows.size(), 0, null));
    }

    private static void requireCustomer(List<Line> lines) {
        if (lines.stream().noneMatch(it -> it.name().equals("customer") && it.found() > 0)) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such customer.");
        }
    }

    private byte[] explained(Report report) {
        var text = new StringBuilder();
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            text.append(messages.text(
                            language,
                            "audit.export",
                            Map.of(
                                    "customer",
                                    String.valueOf(report.customer()),
                                    "at",
                                    report.at().toString())))
                    .append("\n\n");
        }
        report.lines().stream()
                .filter(it -> it.found() > 0)
                .forEach(it -> text.append("%s: %d / %d%s%n"
                        .formatted(it.name(), it.done(), it.found(), it.why() == null ? "" : " — " + it.why())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Uni<ZipOutputStream> open(Path zip) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Uni<Void> entry(ZipOutputStream out, Document document) {
        return aside(() -> {
            out.putNextEntry(new ZipEntry(document.path()));
            out.write(document.content());
            out.closeEntry();
        });
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static Uni<Void> aside(Writing work) {
        return Uni.createFrom()
                .<Void>item(() -> {
                    try {
                        work.write();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}

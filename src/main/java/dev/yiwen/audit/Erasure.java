package dev.yiwen.audit;

import dev.yiwen.audit.report.Report;
import dev.yiwen.audit.report.Report.Line;
import dev.yiwen.audit.report.Reports;
import dev.yiwen.audit.subject.CustomerLock;
import dev.yiwen.audit.subject.DataCatalogue;
import dev.yiwen.audit.subject.Holds;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Signals;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Erases customers, and what is too old, in every table and store that a feature describes as {@link CustomerData}. Cannot be
 * undone.
 */
@Singleton
public final class Erasure {
    /** The tombstone is set again by whoever does a broken-off erasure again. */
    private static final String TOMBSTONE = """
            insert into customer_tombstone (customer_id, external)
            select id, sha256(convert_to(external_id, 'UTF8')) from customer where id = $1 or merged_into = $1
            on conflict (customer_id) do nothing
            """;

    private final Pool database;
    private final DataCatalogue data;
    private final Reports reports;
    private final AuditLog log;
    private final Signals signals;

    Erasure(Pool database, DataCatalogue data, Reports reports, AuditLog log, Signals signals) {
        this.database = database;
        this.data = data;
        this.reports = reports;
        this.log = log;
        this.signals = signals;
    }

    /** What {@link #erase} would find, and whether anything is held; changes nothing. */
    public Uni<List<Line>> dryRun(UUID customer) {
        return data.of(customer)
                .chain(scope -> database.withConnection(open -> data.count(open, scope)))
                .map(counts -> counts.entrySet().stream()
                        .map(it -> new Line(it.getKey(), it.getValue(), 0, 0, null))
                        .toList());
    }

    /**
     * First a tombstone, which ends tokens and sockets; then what goes on is ended; then all goes at once. What breaks off
     * between is done by calling it again. Fails with {@code NOT_FOUND}, and with {@code CONFLICT} while there is a hold.
     */
    public Uni<Report> erase(UUID customer, @Nullable UUID by) {
        return data.of(customer).chain(scope -> eraseOne(scope.customers().getFirst(), by));
    }

    /** @param customer who goes on as all who were found to be the same */
    private Uni<Report> eraseOne(UUID customer, @Nullable UUID by) {
        return database.withTransaction(open -> CustomerLock.take(open, customer)
                        .chain(() -> Holds.requireNone(open, customer))
                        .chain(() -> open.preparedQuery(TOMBSTONE).execute(Tuple.of(customer))))
                .chain(() -> signals.send(CustomerData.ERASED_SIGNAL, customer.toString()))
                .chain(() -> data.of(customer))
                .call(data::end)
                .chain(() -> database.withTransaction(open -> CustomerLock.take(open, customer)
                        .chain(() -> Holds.requireNone(open, customer))
                        .chain(() -> data.of(customer))
                        .chain(scope -> eraseAll(open, scope).call(lines -> announce(open, scope)))
                        .map(lines -> report(customer, by, lines))
                        .call(report -> reports.keep(open, report))
                        .call(report -> log.append(open, event(customer, by, report)))));
    }

    /**
     * For what is old: all that is of those whom {@code choose} names, within the same transaction. How many there were of them.
     *
     * @param choose locks the rows of the customers, so that nobody sets a hold meanwhile
     */
    public Uni<Long> erase(Function<SqlConnection, Uni<Scope>> choose) {
        return database.withTransaction(open -> choose.apply(open)
                .call(scope -> scope.isEmpty() ? Uni.createFrom().nullItem() : eraseAll(open, scope))
                .map(scope ->
                        (long) scope.customers().size() + scope.conversations().size()));
    }

    private Uni<List<Line>> eraseAll(SqlConnection open, Scope scope) {
        var lines = new ArrayList<Line>();
        return data.lock(open, scope)
                .chain(() -> data.eraseElsewhere(scope))
                .invoke(files -> lines.add(new Line("files in the store", files, files, 0, null)))
                .chain(() -> Multi.createFrom()
                        .iterable(data.tables())
                        .onItem()
                        .transformToUniAndConcatenate(table -> open.preparedQuery(table.delete())
                                .execute(DataCatalogue.values(scope))
                                .invoke(rows ->
                                        lines.add(new Line(table.name(), rows.rowCount(), rows.rowCount(), 0, null))))
                        .collect()
                        .asList())
                .chain(() -> open.preparedQuery(
                                "update legal_hold set reason = null where customer_id = any($1) and reason is not null")
                        .execute(Tuple.of(scope.customers().toArray(UUID[]::new))))
                .chain(() -> kept(open, scope))
                .invoke(lines::add)
                .map(done -> List.copyOf(lines));
    }

    private static Uni<Line> kept(SqlConnection open, Scope scope) {
        var subjects = scope.customers().stream().map(it -> "customer:" + it).toArray(String[]::new);
        return open.preparedQuery("select count(*) from audit_event where subject = any($1)")
                .execute(Tuple.of(subjects))
                .map(rows -> rows.iterator().next().getLong(0))
                .map(n ->
                        new Line("audit_event", n, 0, n, "The audit log names the customer by id alone and is kept."));
    }

    /** On commit. */
    private static Uni<Void> announce(SqlConnection open, Scope scope) {
        return open.preparedQuery("select pg_notify('" + CustomerData.ERASED_SIGNAL
                        + "', id::text)::text from unnest($1::uuid[] || $2::uuid[]) id")
                .execute(DataCatalogue.values(scope))
                .replaceWithVoid();
    }

    private static Report report(UUID customer, @Nullable UUID by, List<Line> lines) {
        return new Report(Ids.next(), Report.ERASURE, customer, by, Instant.now(), lines);
    }

    private static AuditEvent event(UUID customer, @Nullable UUID by, Report report) {
        return new AuditEvent(
                AuditKind.CUSTOMER_ERASED,
                by,
                "customer:" + customer,
                Map.of("report", report.id().toString(), "erased", Long.toString(report.done())));
    }
}

package dev.yiwen.audit.subject;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import dev.yiwen.audit.Scope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What all features together know of customers. */
@Singleton
public final class DataCatalogue {
    private static final int MOST_FOUND = 20;

    private final Instance<CustomerData> features;

    private final OneCustomer one;

    DataCatalogue(Instance<CustomerData> features, OneCustomer one) {
        this.features = features;
        this.one = one;
    }

    /** Those that refer to others before them. */
    public List<PersonalTable> tables() {
        return features.stream()
                .flatMap(it -> it.tables().stream())
                .sorted(Comparator.comparing(PersonalTable::depth).thenComparing(PersonalTable::name))
                .toList();
    }

    /** With all who were found to be the same. */
    public Uni<Scope> of(UUID customer) {
        return one.all(customer)
                .chain(customers -> inTurn(it -> it.conversationsOf(customers))
                        .map(found -> new Scope(
                                customers, found.stream().flatMap(List::stream).toList())));
    }

    Uni<List<UUID>> find(String words) {
        return inTurn(it -> it.find(words))
                .map(found -> found.stream()
                        .flatMap(List::stream)
                        .distinct()
                        .limit(MOST_FOUND)
                        .toList());
    }

    public Uni<Map<String, Long>> count(SqlConnection open, Scope scope) {
        var counts = new LinkedHashMap<String, Long>();
        return Multi.createFrom()
                .iterable(tables())
                .onItem()
                .transformToUniAndConcatenate(table -> open.preparedQuery(table.count())
                        .execute(values(scope))
                        .invoke(rows ->
                                counts.put(table.name(), rows.iterator().next().getLong(0))))
                .collect()
                .asList()
                .replaceWith(counts);
    }

    /** Nothing new can be added to these conversations from now on. */
    public Uni<Void> lock(SqlConnection open, Scope scope) {
        return Multi.createFrom()
                .iterable(tables().stream()
                        .filter(it -> it.depth() == PersonalTable.Depth.CONVERSATION)
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(
                        table -> open.preparedQuery(table.lock()).execute(values(scope)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    public Uni<Void> end(Scope scope) {
        return inTurn(it -> it.end(scope).replaceWith(true)).replaceWithVoid();
    }

    public Uni<Long> eraseElsewhere(Scope scope) {
        return inTurn(it -> it.eraseElsewhere(scope))
                .map(counts -> counts.stream().mapToLong(Long::longValue).sum());
    }

    Multi<CustomerData.Document> documents(Scope scope) {
        return Multi.createFrom().iterable(all()).onItem().transformToMultiAndConcatenate(it -> it.documents(scope));
    }

    public static Tuple values(Scope scope) {
        return Tuple.of(
                scope.customers().toArray(UUID[]::new), scope.conversations().toArray(UUID[]::new));
    }

    private List<CustomerData> all() {
        return features.stream().toList();
    }

    private <T> Uni<List<T>> inTurn(Function<CustomerData, Uni<? extends T>> ask) {
        return Multi.createFrom()
                .iterable(all())
                .onItem()
                .transformToUniAndConcatenate(ask)
                .collect()
                .asList();
    }
}

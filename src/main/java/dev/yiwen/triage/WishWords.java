package dev.yiwen.triage;

import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** The rows of the editors' words for a wish; every instance reads them again when one of them was changed. */
@Singleton
public final class WishWords {
    private static final Logger LOG = Logger.getLogger(WishWords.class);
    private static final String TOPIC = "wish_words";
    /** A single character stands in far too many messages. */
    private static final int SHORTEST = 2;

    private static final int MOST = 500;

    private final Pool pool;
    private final Signals signals;
    private final WishList list;

    WishWords(Pool pool, Signals signals, WishList list) {
        this.pool = pool;
        this.signals = signals;
        this.list = list;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(TOPIC, payload -> look(), this::look);
        look();
    }

    /** Newest first. */
    Uni<List<WishWord>> all() {
        return pool.query("select id, words, added_by, added_at from wish_word order by added_at desc, id")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(WishWords::word)
                        .toList());
    }

    /** Fails with CONFLICT when the list has them already, in whatever spelling. */
    Uni<WishWord> add(String words, String by) {
        var form = Wording.of(words);
        if (form.codePointCount(0, form.length()) < SHORTEST) {
            throw new Problem(Problem.Kind.INVALID, "words need at least two letters or characters");
        }
        return pool.preparedQuery("""
                        insert into wish_word (id, words, form, added_by)
                        select $1, $2, $3, $4 where (select count(*) from wish_word) < $5
                        on conflict (form) do nothing returning id, words, added_by, added_at
                        """)
                .execute(Tuple.of(Ids.next(), words.strip(), form, by, MOST))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new Problem(Problem.Kind.CONFLICT, "the list has these words already, or is full");
                    }
                    return word(rows.iterator().next());
                })
                .call(this::changed);
    }

    Uni<Void> remove(UUID id) {
        return pool.preparedQuery("delete from wish_word where id = $1")
                .execute(Tuple.of(id))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "there are no such words");
                    }
                })
                .call(this::changed)
                .replaceWithVoid();
    }

    /** This instance knows before it answers; the others a signal later. */
    private Uni<Void> changed() {
        return refresh().chain(() -> signals.send(TOPIC, ""));
    }

    private Uni<Void> refresh() {
        return pool.query("select form from wish_word")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("form"))
                        .toList())
                .invoke(list::replace)
                .replaceWithVoid();
    }

    private void look() {
        refresh().subscribe().with(nothing -> {}, e -> LOG.warn("The words for a wish could not be read", e));
    }

    private static WishWord word(Row row) {
        return new WishWord(
                row.getUUID("id"),
                row.getString("words"),
                row.getString("added_by"),
                row.getOffsetDateTime("added_at")
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }
}

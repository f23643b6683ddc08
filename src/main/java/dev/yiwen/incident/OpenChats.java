package dev.yiwen.incident;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CustomerId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Who is in an open chat, and said of late what an incident is about. Calls have an agent's ear. */
@Singleton
public final class OpenChats {
    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    /** Reads messages of another feature. By the index of open chats, which has a customer once. */
    private static final String OPEN = """
            select c.id, c.customer_id, cu.name, t.texts, t.articles
            from conversation c join customer cu on cu.id = c.customer_id
            cross join lateral (
              select array_agg(m.body ->> 'text' order by m.seq) filter (where m.author = 'customer') as texts,
                array_agg(s ->> 'article') filter (where s is not null) as articles
              from message m
              left join lateral jsonb_array_elements(
                case when m.author = 'bot' and jsonb_typeof(m.body -> 'sources') = 'array'
                  then m.body -> 'sources' else '[]'::jsonb end) as s on true
              where m.conversation_id = c.id and m.seq > c.last_seq - 40 and m.at > now() - interval '24 hours') t
            where c.owner <> 'nobody' and c.channel <> 'VOICE' and c.customer_id > $1
            order by c.customer_id limit 500
            """;

    private final Pool database;
    private final Concerned concerned;

    OpenChats(Pool database, Concerned concerned) {
        this.database = database;
        this.concerned = concerned;
    }

    /**
     * Somebody in an open chat.
     *
     * @param words the last that is of the matter
     */
    public record Found(
            ConversationId conversation,
            CustomerId customer,
            @Nullable String name,
            String words,
            Affected affected) {}

    /** All whose words are of the matter, with those who are elsewhere. */
    public Uni<List<Found>> of(Incident incident) {
        var found = new ArrayList<Found>();
        return pages(
                        FIRST,
                        rows -> Multi.createFrom()
                                .iterable(rows)
                                .filter(row -> row.getArrayOfStrings("texts") != null)
                                .onItem()
                                .transformToUniAndConcatenate(row -> found(incident, row))
                                .collect()
                                .asList()
                                .invoke(all ->
                                        all.stream().flatMap(List::stream).forEach(found::add))
                                .replaceWithVoid())
                .map(done -> List.copyOf(found));
    }

    private Uni<Void> pages(UUID after, Function<List<Row>, Uni<Void>> work) {
        return database.preparedQuery(OPEN).execute(Tuple.of(after)).chain(rows -> {
            var all = StreamSupport.stream(rows.spliterator(), false).toList();
            var done = work.apply(all);
            return all.size() < PAGE
                    ? done
                    : done.chain(() -> pages(all.getLast().getUUID("customer_id"), work));
        });
    }

    private Uni<List<Found>> found(Incident incident, Row row) {
        var texts = List.of(row.getArrayOfStrings("texts"));
        var articles = row.getArrayOfStrings("articles");
        var said = new Said(texts, texts, articles == null ? Set.of() : Set.of(distinct(articles)), null, null);
        if (!ScopeReading.matter(incident.scope(), said)) {
            return Uni.createFrom().item(List.of());
        }
        var customer = CustomerId.of(row.getUUID("customer_id"));
        var words = texts.reversed().stream()
                .filter(it -> ScopeReading.matter(incident.scope(), Said.of(it)))
                .findFirst()
                .orElse(texts.getLast());
        return concerned
                .by(incident, customer, said)
                .map(it -> List.of(
                        new Found(ConversationId.of(row.getUUID("id")), customer, row.getString("name"), words, it)));
    }

    private static String[] distinct(String[] all) {
        return Arrays.stream(all).distinct().toArray(String[]::new);
    }
}

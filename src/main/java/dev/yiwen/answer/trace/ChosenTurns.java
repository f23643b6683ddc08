package dev.yiwen.answer.trace;

import dev.yiwen.knowledge.ClarifiedTurns;
import dev.yiwen.privacy.Masked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;

/** Reads from messages and traces what a customer had written before choosing what the bot offered. */
@Singleton
final class ChosenTurns implements ClarifiedTurns {
    private static final String CHOSEN = """
            select t.conversation_id, back.in_reply_to as seq, t.at, m.body #>> '{sources,0,article}' as slug,
              first.body ->> 'text' as words
            from turn_trace t
            join message m on m.conversation_id = t.conversation_id and m.seq = t.seq
              and m.author = 'bot' and m.body ->> 'kind' = 'answer' and jsonb_array_length(m.body -> 'sources') = 1
            join message choice on choice.conversation_id = t.conversation_id and choice.seq = t.in_reply_to
            join lateral (
              select p.body, p.in_reply_to from message p
              where p.conversation_id = t.conversation_id and p.seq < t.in_reply_to and p.author = 'bot'
              order by p.seq desc limit 1) back on back.body ->> 'kind' = 'clarify'
            join message first on first.conversation_id = t.conversation_id and first.seq = back.in_reply_to
              and first.author = 'customer'
            where t.at >= $1 and t.at < $2
              and (back.body -> 'options' ? (choice.body ->> 'text') or t.trace #>> '{understood,as}' = 'choice')
            order by t.at limit $3""";

    private static final int SHORTEST = 2;

    /** What is longer is a story and no phrasing. */
    private static final int LONGEST = 60;

    private final Pool database;
    private final Traces traces;

    ChosenTurns(Pool database, Traces traces) {
        this.database = database;
        this.traces = traces;
    }

    @Override
    public Uni<Part> chosen(Instant from, Instant until, int limit) {
        return traces.written()
                .chain(() -> database.preparedQuery(CHOSEN).execute(Tuple.of(utc(from), utc(until), limit)))
                .map(rows -> new Part(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(ChosenTurns::turn)
                                .filter(it -> isPhrasing(it.words()))
                                .toList(),
                        rows.size() == limit));
    }

    private static boolean isPhrasing(String words) {
        return words.length() >= SHORTEST
                && words.length() <= LONGEST
                && Masked.text(words).equals(words);
    }

    private static Chosen turn(Row row) {
        return new Chosen(
                row.getUUID("conversation_id"),
                row.getLong("seq"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("slug"),
                row.getString("words").strip());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}

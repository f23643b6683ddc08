package dev.yiwen.channel.voice;

import dev.yiwen.conversation.CallTone;
import dev.yiwen.conversation.CallToneHeard;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Participant;
import dev.yiwen.conversation.ToneCourse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** How the speakers of calls sound. */
@Singleton
final class Tones {
    private static final String COLUMNS =
            " t.conversation_id, t.speaker, t.rate, t.loudness, t.at, t.readings," + " t.usual_rate, t.usual_loudness";

    /** A reading that is not younger than the last changes nothing: it was told before, or is out of date. */
    private static final String KEEP = """
            insert into call_tone as t (conversation_id, speaker, rate, loudness, at, usual_rate, usual_loudness,
              first_at, first_rates, first_loudnesses, last_rates, last_loudnesses)
            select $1, $2::text, $3::float8, $4::float8, told.at, $3::float8, $4::float8,
              told.at, array[$3::float8], array[$4::float8], array[$3::float8], array[$4::float8]
            from call c cross join lateral (select coalesce(
              $5::timestamptz, c.began_at + $6::float8 * interval '1 millisecond', clock_timestamp()) as at) told
            where c.conversation_id = $1
            on conflict (conversation_id, speaker) do update set
              rate = excluded.rate, loudness = excluded.loudness, at = excluded.at, readings = t.readings + 1,
              usual_rate = t.usual_rate + (excluded.rate - t.usual_rate) / (t.readings + 1),
              usual_loudness = t.usual_loudness + (excluded.loudness - t.usual_loudness) / (t.readings + 1),
              first_at = coalesce(t.first_at, excluded.at),
              first_rates = case when %1$s then t.first_rates || excluded.rate else t.first_rates end,
              first_loudnesses = case when %1$s then t.first_loudnesses || excluded.loudness else t.first_loudnesses end,
              last_rates = (t.last_rates || excluded.rate)[greatest(1, cardinality(t.last_rates) - 3):],
              last_loudnesses = (t.last_loudnesses || excluded.loudness)[greatest(1, cardinality(t.last_loudnesses) - 3):]
            where excluded.at > t.at
            returning
            """.formatted(
                            "excluded.at <= coalesce(t.first_at, excluded.at) + interval '60 seconds' and cardinality(t.first_rates) < 60")
            + COLUMNS;

    private final Pool database;
    private final CallTable table;
    private final Conversations conversations;
    private final Event<CallToneHeard> heard;

    Tones(Pool database, CallTable table, Conversations conversations, Event<CallToneHeard> heard) {
        this.database = database;
        this.table = table;
        this.conversations = conversations;
        this.heard = heard;
    }

    Uni<CallAnswer> heard(CallEvent.Tone event) {
        return table.conversationOf(event.callId())
                .call(id -> keep(id, event))
                .chain(conversations::load)
                .map(call -> CallAnswer.ack(event, call));
    }

    private Uni<Void> keep(ConversationId call, CallEvent.Tone event) {
        var since = event.at().millisSinceBegin();
        return database.preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(call.value())
                        .addString(event.speaker().wire())
                        .addDouble(event.rate())
                        .addDouble(event.loudness())
                        .addOffsetDateTime(event.at().time())
                        .addDouble(since == null ? null : since.doubleValue()))
                .invoke(rows -> rows.forEach(row -> heard.fireAsync(new CallToneHeard(call, tone(row)))))
                .replaceWithVoid();
    }

    Uni<Map<ConversationId, List<CallTone>>> of(Collection<ConversationId> calls) {
        return database.preparedQuery(
                        "select" + COLUMNS + " from call_tone t where t.conversation_id = any($1) order by t.speaker")
                .execute(Tuple.of(calls.stream().map(ConversationId::value).toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> ConversationId.of(row.getUUID("conversation_id")),
                                Collectors.mapping(Tones::tone, Collectors.toList()))));
    }

    Uni<Map<ConversationId, List<ToneCourse>>> courses(Collection<ConversationId> calls) {
        return database.preparedQuery("""
                        select conversation_id, speaker, readings, first_rates, first_loudnesses, last_rates, last_loudnesses,
                          extract(epoch from at - first_at)::float8 as heard
                        from call_tone where conversation_id = any($1) and first_at is not null order by speaker
                        """)
                .execute(Tuple.of(calls.stream().map(ConversationId::value).toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> ConversationId.of(row.getUUID("conversation_id")),
                                Collectors.mapping(Tones::course, Collectors.toList()))));
    }

    private static ToneCourse course(Row row) {
        return new ToneCourse(
                Participant.valueOf(row.getString("speaker")),
                Duration.ofMillis(Math.round(row.getDouble("heard") * 1000)),
                readings(row.getArrayOfDoubles("first_rates"), row.getArrayOfDoubles("first_loudnesses")),
                readings(row.getArrayOfDoubles("last_rates"), row.getArrayOfDoubles("last_loudnesses")),
                row.getInteger("readings"));
    }

    private static List<ToneCourse.Reading> readings(Double[] rates, Double[] loudnesses) {
        return IntStream.range(0, Math.min(rates.length, loudnesses.length))
                .mapToObj(i -> new ToneCourse.Reading(rates[i], loudnesses[i]))
                .toList();
    }

    private static CallTone tone(Row row) {
        return new CallTone(
                Participant.valueOf(row.getString("speaker")),
                row.getDouble("rate"),
                row.getDouble("loudness"),
                row.getOffsetDateTime("at").toInstant(),
                row.getInteger("readings"),
                row.getDouble("usual_rate"),
                row.getDouble("usual_loudness"));
    }
}

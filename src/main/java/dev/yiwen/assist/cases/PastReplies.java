package dev.yiwen.assist.cases;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Signals;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The past replies that are kept. Each change is signalled on the topic {@link #TOPIC}. */
@Singleton
public final class PastReplies {
    static final String TOPIC = "past-replies";
    static final String REPLACED = "replaced";

    /** The newest are learned from; older ones say less of today. Bounds memory and time. */
    private static final int LEARNED = 20_000;

    private static final int AT_ONCE = 1_000;

    private final Pool database;
    private final Signals signals;

    PastReplies(Pool database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    /** @param conversation that it was given in; null for one that was imported */
    record Stored(PastReply reply, @Nullable ConversationId conversation) {}

    /** What agents answered in a talk, oldest first, without personal data. */
    public static List<PastReply> in(List<Message> transcript) {
        return Situations.replies(transcript, Situations.names(transcript, null));
    }

    /** Personal data of both texts replaced. Takes milliseconds of its own for a long text. */
    public static PastReply masked(PastReply reply) {
        var names = KnownNames.in(List.of(reply.context(), reply.response()), null);
        return new PastReply(names.masked(reply.context()), names.masked(reply.response()));
    }

    /**
     * Keeps all of them or none; those that are there already stay.
     *
     * @param replies without personal data
     * @return how many are new
     */
    public Uni<Integer> bring(List<PastReply> replies) {
        var parts = IntStream.iterate(0, from -> from < replies.size(), from -> from + AT_ONCE)
                .mapToObj(from -> replies.subList(from, Math.min(replies.size(), from + AT_ONCE)))
                .toList();
        return database.withTransaction(transaction -> Multi.createFrom()
                        .iterable(parts)
                        .onItem()
                        .transformToUniAndConcatenate(part -> insert(transaction, null, part))
                        .collect()
                        .with(java.util.stream.Collectors.summingInt(Integer::intValue)))
                .call(() -> signals.send(TOPIC, "changed"));
    }

    /** As {@link #bring}, in the place of all that was brought before; what was learned from it is forgotten. */
    public Uni<Integer> bringInstead(List<PastReply> replies) {
        return database.query("delete from past_reply where conversation_id is null")
                .execute()
                .chain(() -> bring(replies))
                .call(() -> signals.send(TOPIC, REPLACED));
    }

    /** The replies of one conversation in place of what was kept of it. */
    Uni<Void> replace(ConversationId conversation, List<PastReply> replies) {
        return database.withTransaction(transaction -> transaction
                        .preparedQuery("delete from past_reply where conversation_id = $1")
                        .execute(Tuple.of(conversation.value()))
                        .chain(() -> insert(transaction, conversation, replies)))
                .call(() -> signals.send(TOPIC, "changed"))
                .replaceWithVoid();
    }

    /** What is learned from, without where it comes from; oldest first. */
    public Uni<List<PastReply>> learned() {
        return stored().map(all -> all.stream().map(Stored::reply).toList());
    }

    Uni<List<Stored>> stored() {
        return database.preparedQuery("""
                        select conversation_id, context, response from
                          (select * from past_reply order by id desc limit $1) newest
                        order by id""")
                .execute(Tuple.of(LEARNED))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Stored(
                                new PastReply(row.getString("context"), row.getString("response")),
                                ofNullable(row.getUUID("conversation_id"))))
                        .toList());
    }

    private static @Nullable ConversationId ofNullable(@Nullable UUID id) {
        return id == null ? null : ConversationId.of(id);
    }

    private static Uni<Integer> insert(
            SqlClient client, @Nullable ConversationId conversation, List<PastReply> replies) {
        return client.preparedQuery("""
                        insert into past_reply (conversation_id, context, response, digest)
                        select $1, given.context, given.response, given.digest
                        from unnest($2::text[], $3::text[], $4::text[]) as given(context, response, digest)
                        on conflict (digest) do nothing""")
                .execute(Tuple.of(
                        conversation == null ? null : conversation.value(),
                        replies.stream().map(PastReply::context).toArray(String[]::new),
                        replies.stream().map(PastReply::response).toArray(String[]::new),
                        replies.stream().map(it -> digest(conversation, it)).toArray(String[]::new)))
                .map(rows -> rows.rowCount());
    }

    private static String digest(@Nullable ConversationId conversation, PastReply reply) {
        try {
            var words = (conversation == null ? "" : conversation.value()) + "\n" + reply.context() + "\n"
                    + reply.response();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}

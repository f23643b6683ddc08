package dev.yiwen.channel.social;

import static java.util.Objects.requireNonNull;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Outside;
import dev.yiwen.identity.IdentityKind;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Puts what was handed in into its author's conversation, once however often it is handed in. */
@Singleton
final class Mentions {
    private static final String FIND =
            "select id, conversation_id, seq from mention where source = $1 and external_id = $2";

    /** One whose message was never stored may have been meant for a conversation that is over now. */
    private static final String ADD = """
            with added as (
              insert into mention as m (id, source, external_id, conversation_id, thread, url) values ($1, $2, $3, $4, $5, $6)
              on conflict (source, external_id) do update set conversation_id = excluded.conversation_id where m.seq is null
              returning conversation_id
            )
            update conversation c set in_social = true from added where c.id = added.conversation_id and not c.in_social
            """;

    private final Pool database;
    private final Conversations conversations;
    private final CustomerIdentities identities;

    Mentions(Pool database, Conversations conversations, CustomerIdentities identities) {
        this.database = database;
        this.conversations = conversations;
        this.identities = identities;
    }

    record Read(
            String source,
            String id,
            String author,
            String text,
            @Nullable String thread,
            @Nullable String url) {}

    /** @param known whether it had been handed in before */
    record Taken(ConversationId conversation, long seq, boolean known) {}

    private record Stored(
            UUID id, ConversationId conversation, @Nullable Long seq) {}

    /** Fails with {@code INVALID} when the text is empty. */
    Uni<Taken> take(Read read) {
        // Looked at before anything is written.
        var text = Conversations.typed(read.text());
        return find(read)
                .chain(found -> found.filter(it -> it.seq() != null)
                        .map(it -> Uni.createFrom().item(new Taken(it.conversation(), requireNonNull(it.seq()), true)))
                        .orElseGet(() -> first(read, text)));
    }

    private Uni<Taken> first(Read read, String text) {
        return identities
                .writer(new Outside(IdentityKind.SOCIAL, read.source(), read.author()))
                .chain(known -> conversations.openOrResume(known.customer(), Channel.SOCIAL))
                .chain(open -> add(read, open))
                .chain(() -> find(read))
                .map(Optional::orElseThrow)
                .chain(it -> said(it, text).map(seq -> new Taken(it.conversation(), seq, false)));
    }

    private Uni<Void> add(Read read, Conversation open) {
        return database.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addString(read.source())
                        .addString(read.id())
                        .addUUID(open.id().value())
                        .addString(read.thread())
                        .addString(read.url()))
                .replaceWithVoid();
    }

    /** Under the mention's id, so that a second try appends nothing, and the answer finds it. */
    private Uni<Long> said(Stored mention, String text) {
        return conversations
                .appendFromCustomer(mention.conversation(), Channel.SOCIAL, "mention-" + mention.id(), text)
                .chain(message -> note(mention, message.seq()).replaceWith(message.seq()));
    }

    private Uni<Void> note(Stored mention, long seq) {
        return database.preparedQuery("update mention set seq = $2 where id = $1 and seq is distinct from $2")
                .execute(Tuple.of(mention.id(), seq))
                .replaceWithVoid();
    }

    private Uni<Optional<Stored>> find(Read read) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(read.source(), read.id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(Mentions::stored));
    }

    private static Stored stored(Row row) {
        return new Stored(row.getUUID("id"), ConversationId.of(row.getUUID("conversation_id")), row.getLong("seq"));
    }
}

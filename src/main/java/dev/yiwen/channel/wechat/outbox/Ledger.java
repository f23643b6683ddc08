package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.brand.Brands;
import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.channel.wechat.kf.ServiceState;
import dev.yiwen.channel.wechat.rendering.MessageRendering;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Signals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is to be said to customers into the outbox, each message once: how far a conversation has been put there moves on in
 * the same transaction. {@link Outbox} sends it.
 */
@Singleton
public final class Ledger {
    /** A signal: something waits. */
    static final String WAITS = "wechat-waits";

    private static final int AT_ONCE = 200;
    /** What was not read in the web chat by then goes to WeChat although the page is open. */
    private static final Duration UNREAD = Duration.ofMinutes(3);

    private static final String PLAN = """
            insert into wechat_outbox (id, contact_id, conversation_id, seq, part, voice, text, form, file_id, state, reason)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $10::text is null then 'PLANNED' else 'FAILED' end, $10)
            on conflict (conversation_id, seq, part) do nothing
            """;

    private static final String CONTACT = """
            select a.kind, c.service_state from wechat_contact c join wechat_account a on a.id = c.account_id where c.id = $1
            """;

    private static final String PENDING = """
            update wechat_contact set pending = true,
              due_at = case when pending then due_at else now() + $2::float8 * interval '1 second' end,
              options = coalesce($3, options)
            where id = $1
            """;

    private static final String ASK = """
            insert into wechat_outbox (id, contact_id, conversation_id, voice, text, form, event_code)
            select $1, $2, $3, 'BOT', $4, 'MENU', $5
            where $5::text is not null or exists (select from message m where m.conversation_id = $3 and m.author = 'agent')
            on conflict (id) do nothing
            """;

    private static final String NOT_DELIVERED = """
            update wechat_outbox o set state = 'FAILED', code = $3, reason = 'not-delivered', settled_at = now()
            from wechat_contact c where coalesce(o.sent_as, o.id) = $2 and c.id = o.contact_id and c.account_id = $1
            returning o.conversation_id
            """;

    private final Pool database;
    private final WeChatLegs legs;
    private final Conversations conversations;
    private final MessageRendering rendering;
    private final Brands brands;
    private final Signals signals;
    private final Messages messages;
    private final Duration gather;

    Ledger(
            Pool database,
            WeChatLegs legs,
            Conversations conversations,
            MessageRendering rendering,
            Brands brands,
            Signals signals,
            Messages messages,
            WeChatConfig config) {
        this.messages = messages;
        this.database = database;
        this.legs = legs;
        this.conversations = conversations;
        this.rendering = rendering;
        this.brands = brands;
        this.signals = signals;
        this.gather = config.gather();
    }

    /** All that was said in that conversation and is not in the outbox yet. Nothing for one that has no leg in WeChat. */
    Uni<Void> plan(ConversationId conversation) {
        return legs.planned(conversation)
                .chain(planned -> planned.map(seq -> conversations
                                .messagesAfter(conversation, seq, AT_ONCE)
                                .chain(said -> plan(conversation, said)))
                        .orElseGet(() -> Uni.createFrom().item(0)))
                .chain(count ->
                        count == AT_ONCE ? plan(conversation) : Uni.createFrom().voidItem());
    }

    /** How many it dealt with. Another instance may have been faster. */
    private Uni<Integer> plan(ConversationId conversation, List<Message> said) {
        if (said.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return database.withTransaction(transaction -> legs.route(transaction, conversation)
                .chain(found -> found.map(route -> plan(transaction, conversation, route, said))
                        .orElseGet(() -> Uni.createFrom().item(0))));
    }

    private Uni<Integer> plan(
            SqlConnection transaction, ConversationId conversation, WeChatLegs.Route route, List<Message> said) {
        if (route.elsewhere() && !isOverdue(route, said)) {
            return legs.advance(transaction, conversation, route.readSeq(), true)
                    .replaceWith(0);
        }
        var due = said.stream()
                .filter(it -> it.seq() > route.plannedSeq())
                // What was read in the web chat was said.
                .filter(it -> it.seq() > route.readSeq())
                .toList();
        return plan(transaction, route, due)
                .chain(() ->
                        legs.advance(transaction, conversation, said.getLast().seq(), false))
                .replaceWith(said.size());
    }

    /** A page may stay open behind others for days. */
    private static boolean isOverdue(WeChatLegs.Route route, List<Message> said) {
        long read = Math.max(route.plannedSeq(), route.readSeq());
        var since = Instant.now().minus(UNREAD);
        return said.stream()
                .filter(it -> it.seq() > read)
                .filter(it -> it.author() instanceof Author.Bot || it.author() instanceof Author.Agent)
                .anyMatch(it -> it.at().isBefore(since));
    }

    /** Conversations in which something was said that is not in the outbox. */
    Uni<List<ConversationId>> behind() {
        return legs.behind();
    }

    /** The same, long ago too. */
    Uni<List<ConversationId>> everBehind() {
        return legs.everBehind();
    }

    /**
     * Greets whoever came in, once. With WeCom's code it costs nothing of the budget, and has 20 s.
     *
     * @param inbox the row of what they did
     */
    public Uni<Void> greet(WeChatAccount account, UUID contact, long inbox, @Nullable String code, boolean due) {
        if (!due) {
            return Uni.createFrom().voidItem();
        }
        var id = UUID.nameUUIDFromBytes(("greeting " + account.id() + " " + inbox).getBytes(StandardCharsets.UTF_8));
        return said(id, contact, brands.shown().chinese().greeting(), code);
    }

    private Uni<Void> said(UUID id, UUID contact, String words, @Nullable String code) {
        return database.withTransaction(transaction -> transaction
                        .preparedQuery("""
                                insert into wechat_outbox (id, contact_id, voice, text, event_code) values ($1, $2, 'BOT', $3, $4)
                                on conflict (id) do nothing
                                """)
                        .execute(Tuple.of(id, contact, words, code))
                        .chain(() -> transaction
                                .preparedQuery("update wechat_contact set pending = true, due_at = now() where id = $1")
                                .execute(Tuple.of(contact))))
                .chain(() -> signals.send(WAITS, ""));
    }

    /** WeChat says that a message which it accepted did not arrive. */
    public Uni<Void> notDelivered(WeChatAccount account, String messageId, int why) {
        return id(messageId)
                .map(id -> database.preparedQuery(NOT_DELIVERED)
                        .execute(Tuple.of(account.id(), id, why))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** As WeCom takes it: at most 32 letters and digits. */
    static String messageId(UUID id) {
        return id.toString().replace("-", "");
    }

    private static Optional<UUID> id(String messageId) {
        try {
            var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(messageId));
            return bytes.capacity() == 16 ? Optional.of(new UUID(bytes.getLong(), bytes.getLong())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** People in WeCom have ended it: nothing may be sent any more, and their client has said so. */
    private static boolean isOver(Row row) {
        var state = row.getShort("service_state");
        return state != null && ServiceState.of(state, null) instanceof ServiceState.Closed;
    }

    /** The question how it was, once for a consultation; a person's, for whoever only met the bot is not asked. */
    private Uni<Void> ask(SqlConnection transaction, UUID contact, ConversationId conversation, @Nullable String code) {
        return transaction
                .preparedQuery(ASK)
                .execute(Tuple.tuple()
                        .addUUID(ratingOf(conversation))
                        .addUUID(contact)
                        .addUUID(conversation.value())
                        .addString(SatisfactionMenu.text(conversation, messages))
                        .addString(code))
                .replaceWithVoid();
    }

    /** People in WeCom have ended the session, and their code allows one question within 20 s. */
    public Uni<Void> askRating(UUID contact, ConversationId conversation, String code) {
        return database.withTransaction(transaction -> ask(transaction, contact, conversation, code)
                        .chain(() -> transaction
                                .preparedQuery("update wechat_contact set pending = true, due_at = now() where id = $1")
                                .execute(Tuple.of(contact))))
                .chain(() -> signals.send(WAITS, ""));
    }

    /** Says something that is no message of a conversation, once for what they did. */
    public Uni<Void> say(WeChatAccount account, UUID contact, long inbox, String words) {
        var id = UUID.nameUUIDFromBytes(("words " + account.id() + " " + inbox).getBytes(StandardCharsets.UTF_8));
        return said(id, contact, words, null);
    }

    private static UUID ratingOf(ConversationId conversation) {
        return UUID.nameUUIDFromBytes(("rating " + conversation.value()).getBytes(StandardCharsets.UTF_8));
    }

    private Uni<Void> plan(SqlConnection transaction, WeChatLegs.Route route, List<Message> said) {
        return transaction
                .preparedQuery(CONTACT)
                .execute(Tuple.of(route.contact()))
                .map(rows -> rows.iterator().next())
                .chain(row -> plan(transaction, route, WeChatKind.valueOf(row.getString("kind")), said, isOver(row)));
    }

    private Uni<Void> plan(
            SqlConnection transaction, WeChatLegs.Route route, WeChatKind kind, List<Message> said, boolean over) {
        if (said.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var contact = route.contact();
        var rows = new ArrayList<Tuple>();
        String[] options = null;
        for (var message : said) {
            var rendered = rendering.of(message);
            if (rendered.isPresent() && !(over && isEnd(message))) {
                short part = 0;
                var file = rendered.get().file();
                for (var piece : rendered.get().pieces()) {
                    rows.add(Tuple.tuple()
                            .addUUID(Ids.next())
                            .addUUID(contact)
                            .addUUID(message.conversation().value())
                            .addLong(message.seq())
                            .addShort(part++)
                            .addString(rendered.get().voice().name())
                            .addString(piece)
                            .addString(OutgoingFile.form(kind, file).name())
                            .addUUID(file == null ? null : file.id().value())
                            .addString(OutgoingFile.refusal(kind, file)));
                }
                if (!rendered.get().options().isEmpty()) {
                    options = rendered.get().options().toArray(String[]::new);
                }
            }
        }
        var chosen = options;
        // A consultation is rated once, in the channel where it ended.
        boolean asks =
                kind.ofWeCom() && !over && route.spokenHere() && said.stream().anyMatch(Ledger::isEnd);
        return (rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : inserted(transaction, rows)
                                .chain(() -> transaction
                                        .preparedQuery(PENDING)
                                        .execute(Tuple.tuple()
                                                .addUUID(contact)
                                                .addDouble(gather.toMillis() / 1000.0)
                                                .addArrayOfString(chosen)))
                                .replaceWithVoid())
                .chain(() -> asks
                        ? ask(transaction, contact, said.getLast().conversation(), null)
                        : Uni.createFrom().voidItem());
    }

    private static boolean isEnd(Message message) {
        return message.body() instanceof Body.Notice notice && notice.code().equals("closed");
    }

    /** One after the other: their numbers are their order. */
    private static Uni<Void> inserted(SqlConnection transaction, List<Tuple> rows) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var row : rows) {
            all = all.chain(() -> transaction.preparedQuery(PLAN).execute(row).replaceWithVoid());
        }
        return all;
    }
}

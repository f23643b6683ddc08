package dev.yiwen.handoff;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.handoff.queue.StoredJson;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Conversations for tests; {@link #clear} closes them, so that no test finds those of another in the queue. */
@Singleton
public class Scene {
    private final Conversations conversations;
    private final Handoffs handoffs;
    private final People people;
    private final StoredJson json;
    private final Pool database;
    private final List<ConversationId> made = new ArrayList<>();

    Scene(Conversations conversations, Handoffs handoffs, People people, StoredJson json, Pool database) {
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.people = people;
        this.json = json;
        this.database = database;
    }

    public Conversation withBot(CustomerId customer) {
        var conversation = await(conversations.openOrResume(customer, Channel.WEB));
        made.add(conversation.id());
        return conversation;
    }

    public Conversation waiting(Code code) {
        return askForHuman(withBot(people.visitor()), code);
    }

    public Conversation askForHuman(Conversation withBot, Code code) {
        return askForHuman(withBot, new HandoffReason(code, "测试", List.of()));
    }

    public Conversation askForHuman(Conversation withBot, HandoffReason reason) {
        var waiting = await(conversations.requestHuman(withBot.id(), withBot.epoch(), reason))
                .orElseThrow();
        await(handoffs.follow(waiting.id()));
        return waiting;
    }

    /** Stores a message as it is, without anybody's answering it. */
    public void said(ConversationId id, Author author, Body body) {
        var kind = switch (author) {
            case Author.Customer it -> "customer";
            case Author.Bot it -> "bot";
            case Author.Agent it -> "agent";
            case Author.System it -> "system";
        };
        await(database.preparedQuery("""
                        with c as (update conversation set last_seq = last_seq + 1 where id = $1 returning last_seq)
                        insert into message (conversation_id, seq, author, body) select $1, last_seq, $2, $3::text::jsonb from c
                        """).execute(Tuple.of(id.value(), kind, json.write(body))));
    }

    public void customerSaid(ConversationId id, String text) {
        said(id, new Author.Customer(), new Body.Text(text));
    }

    /** In closed conversations of as many visitors, all at one moment. */
    public void saidByOthers(int conversations, String text) {
        await(database.preparedQuery("""
                        with people as (
                          insert into customer (id) select gen_random_uuid() from generate_series(1, $1) returning id
                        ), made as (
                          insert into conversation (id, customer_id, channel, owner, closed_at, last_seq)
                          select gen_random_uuid(), id, 'WEB', 'nobody', now(), 1 from people returning id
                        )
                        insert into message (conversation_id, seq, author, body)
                        select id, 1, 'customer', jsonb_build_object('kind', 'text', 'text', $2::text) from made
                        """).execute(Tuple.of(conversations, text)));
    }

    public Conversation now(ConversationId id) {
        return await(conversations.load(id));
    }

    /** Pretends that the database's rows of presence are that much older. */
    public void wait(StaffId agent, int seconds) {
        await(database.preparedQuery(
                        "update presence set seen_at = seen_at - $2::int * interval '1 second' where staff_id = $1")
                .execute(Tuple.of(agent.value(), seconds)));
    }

    /** Pretends that the offer was made that much earlier. */
    public void lapse(ConversationId id) {
        await(database.preparedQuery("update handoff set offer_ends_at = now() where conversation_id = $1")
                .execute(Tuple.of(id.value())));
    }

    /** Pretends that all conversations which agents had took that long. */
    public void took(int minutes) {
        await(database.preparedQuery("""
                        update handoff set assigned_at = ended_at - $1::int * interval '1 minute'
                        where assigned_at is not null and ended_at is not null
                        """).execute(Tuple.of(minutes)));
    }

    /** Whoever other tests left in the queue or with an agent leaves, and no agent is there. */
    public void startsEmpty() {
        var left = new ArrayList<ConversationId>();
        await(database.query("select id from conversation where owner in ('queue', 'agent')")
                        .execute())
                .forEach(row -> left.add(ConversationId.of(row.getUUID("id"))));
        left.forEach(this::close);
        everybodyGoesHome();
    }

    private void everybodyGoesHome() {
        await(database.query("update presence set online = false").execute());
    }

    public void clear() {
        made.forEach(this::close);
        made.clear();
        everybodyGoesHome();
    }

    public void close(ConversationId id) {
        var it = now(id);
        if (!(it.owner() instanceof Owner.Nobody)) {
            await(conversations.close(id, it.epoch()));
            await(handoffs.follow(id));
        }
    }

    public static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}

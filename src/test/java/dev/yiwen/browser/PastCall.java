package dev.yiwen.browser;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.conversation.WrappedUp;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A call that a colleague had and wrote up, for the next who is asked the same. */
@Singleton
final class PastCall {
    private final Conversations conversations;
    private final Utterances utterances;
    private final Event<WrappedUp> wrapUps;
    private final People people;
    private final Pool database;

    PastCall(
            Conversations conversations,
            Utterances utterances,
            Event<WrappedUp> wrapUps,
            People people,
            Pool database) {
        this.conversations = conversations;
        this.utterances = utterances;
        this.wrapUps = wrapUps;
        this.people = people;
        this.database = database;
    }

    /** @return the call, which is to be {@link #forgotten} */
    ConversationId like(String asked, String answered, String problem, String done) {
        var agent = people.staff(Role.AGENT);
        var opened =
                conversations.openCall(people.visitor(), "13800000000").await().indefinitely();
        var call = conversations
                .assign(opened.id(), opened.epoch(), agent.id())
                .await()
                .indefinitely()
                .orElseThrow()
                .id();
        say(call, new Author.Customer(), asked);
        say(call, Author.Agent.unnamed(), answered);
        wrapUps.fireAsync(new WrappedUp(call, problem, done, "resolved"));
        Awaitility.await().until(() -> isKept(call));
        var mine = conversations.load(call).await().indefinitely();
        conversations.close(mine.id(), mine.epoch()).await().indefinitely();
        return call;
    }

    /** Or others find it in theirs. */
    void forgotten(ConversationId call) {
        wrapUps.fireAsync(new WrappedUp(call, "", "", "invalid"));
        Awaitility.await().until(() -> !isKept(call));
    }

    private boolean isKept(ConversationId call) {
        return database.preparedQuery("select 1 from past_reply where conversation_id = $1")
                        .execute(Tuple.of(call.value()))
                        .await()
                        .indefinitely()
                        .size()
                > 0;
    }

    private void say(ConversationId call, Author who, String text) {
        utterances
                .append(call, who, UUID.randomUUID().toString(), text, null)
                .await()
                .indefinitely();
    }
}

package dev.yiwen.conversation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnusedVisitorsTest {
    @Inject
    UnusedVisitors sweep;

    @Inject
    People people;

    @Inject
    Conversations conversations;

    @Inject
    Pool database;

    @Test
    void visitors_who_never_wrote_go_when_their_token_has_ended() {
        var passedBy = age(people.visitor());
        var lookedIn = age(people.visitor());
        open(lookedIn);
        var young = people.visitor();

        sweep.sweep().await().indefinitely();

        assertThat(isThere(passedBy)).isFalse();
        assertThat(isThere(lookedIn)).isFalse();
        assertThat(isThere(young)).isTrue();
    }

    @Test
    void visitors_who_wrote_and_members_stay() {
        var wrote = age(people.visitor());
        conversations.appendForPeople(open(wrote).id(), "1", "你好").await().indefinitely();
        var member = age(people.member("王芳", 0));

        sweep.sweep().await().indefinitely();

        assertThat(isThere(wrote)).isTrue();
        assertThat(isThere(member)).isTrue();
    }

    private Conversation open(CustomerId customer) {
        return conversations.openOrResume(customer, Channel.WEB).await().indefinitely();
    }

    private CustomerId age(CustomerId customer) {
        database.preparedQuery("update customer set created_at = now() - interval '31 days' where id = $1")
                .execute(Tuple.of(customer.value()))
                .await()
                .indefinitely();
        return customer;
    }

    private boolean isThere(CustomerId customer) {
        return database.preparedQuery("select from customer where id = $1")
                        .execute(Tuple.of(customer.value()))
                        .await()
                        .indefinitely()
                        .rowCount()
                > 0;
    }
}

package dev.yiwen.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.audit.subject.DataCatalogue;
import dev.yiwen.audit.subject.Holds;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.CustomerMerges;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.IdentityProof;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Who was found to be one person is handed out, held and erased as one. */
@QuarkusTest
class MergedErasureTest {
    @Inject
    Erasure erasure;

    @Inject
    Holds holds;

    @Inject
    DataCatalogue data;

    @Inject
    Traced traced;

    @Inject
    People people;

    @Inject
    Customers customers;

    @Inject
    CustomerMerges merges;

    @Inject
    Conversations conversations;

    @Test
    void a_hold_on_one_holds_all_and_an_erasure_of_one_erases_all() {
        var member = traced.customer();
        var mark = "访客" + Ids.next();
        var visitor = visitor(mark);
        holds.set(visitor.value(), "监管要求", null).await().indefinitely();
        merges.merge(
                        member.customer(),
                        visitor,
                        new CustomerMerges.Basis(
                                IdentityProof.AGENT,
                                "本人",
                                people.staff(Role.AGENT).id()))
                .await()
                .indefinitely();

        assertThat(data.of(visitor.value()).await().indefinitely().customers())
                .containsExactly(member.customer().value(), visitor.value());
        assertThatThrownBy(() ->
                        erasure.erase(member.customer().value(), null).await().indefinitely())
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(traced.tablesWith(mark)).contains("message");

        holds.lift(member.customer().value(), null).await().indefinitely();
        erasure.erase(visitor.value(), null).await().indefinitely();

        assertThat(traced.tablesWith(mark)).isEmpty();
        assertThat(traced.tablesWith(member.mark())).isEmpty();
        assertThat(traced.tablesWith(visitor.value().toString()))
                .isSubsetOf("audit_event", "customer_tombstone", "privacy_report", "legal_hold");
        assertThat(customers.standing(visitor).await().indefinitely()).isEmpty();
        assertThat(customers.standing(member.customer()).await().indefinitely()).isEmpty();
    }

    private CustomerId visitor(String mark) {
        var visitor = people.visitor();
        var chat = conversations.openOrResume(visitor, Channel.WEB).await().indefinitely();
        conversations.appendForPeople(chat.id(), "1", mark).await().indefinitely();
        conversations.close(chat.id(), chat.epoch()).await().indefinitely();
        return visitor;
    }
}

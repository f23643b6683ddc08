package dev.yiwen.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.audit.Traced;
import dev.yiwen.audit.report.Reports;
import dev.yiwen.audit.subject.Holds;
import dev.yiwen.identity.CustomerMerges;
import dev.yiwen.identity.IdentityProof;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest {
    private static final int LONG_AGO = 4 * 365;

    @Inject
    Retention retention;

    @Inject
    Holds holds;

    @Inject
    Reports reports;

    @Inject
    Traced traced;

    @Inject
    People people;

    @Inject
    CustomerMerges merges;

    @Test
    void what_was_closed_long_ago_goes_with_all_that_is_of_it() {
        var old = traced.customer();
        traced.age(old.conversation(), LONG_AGO);
        resolve(old);
        var young = traced.customer();
        traced.age(young.conversation(), 10);

        round();
        // The ticket kept its conversation until it went itself.
        round();

        assertThat(traced.tablesWith(old.conversation().toString())).isEmpty();
        // What WeChat pushed goes after yiwen.wechat.kept.
        assertThat(traced.tablesWith(old.mark()))
                .containsOnly(
                        "customer",
                        "customer_identity",
                        "customer_merge",
                        "customer_tag_change",
                        "phone_code",
                        "phone_proof",
                        "wechat_contact",
                        "wechat_inbox");
        assertThat(traced.tablesWith(young.mark())).contains("message", "satisfaction", "ticket");
        assertThat(reports.latest(5).await().indefinitely())
                .anySatisfy(report -> assertThat(report.lines())
                        .anySatisfy(line -> assertThat(line.name()).isEqualTo("conversations")));
    }

    @Test
    void a_hold_keeps_what_is_old() {
        var old = traced.customer();
        traced.age(old.conversation(), LONG_AGO);
        resolve(old);
        traced.run(
                "update turn_trace set at = now() - interval '4 years' where conversation_id = $1",
                Tuple.of(old.conversation()));
        holds.set(old.customer().value(), "监管要求", null).await().indefinitely();

        round();
        round();

        assertThat(traced.tablesWith(old.mark())).contains("message", "turn_trace", "ticket", "satisfaction");
    }

    @Test
    void a_customer_of_whom_nothing_is_left_goes_too() {
        var old = traced.customer();
        traced.age(old.conversation(), LONG_AGO);
        resolve(old);
        traced.run(
                "update customer set created_at = now() - interval '4 years' where id = $1",
                Tuple.of(old.customer().value()));
        var visitor = people.visitor();
        merges.merge(
                        old.customer(),
                        visitor,
                        new CustomerMerges.Basis(
                                IdentityProof.AGENT,
                                "本人",
                                people.staff(Role.AGENT).id()))
                .await()
                .indefinitely();

        for (int i = 0; i < 3; i++) {
            round();
        }

        assertThat(traced.tablesWith(old.mark())).isEmpty();
        assertThat(traced.tablesWith(visitor.value().toString())).containsOnly("audit_event");
    }

    private void resolve(Traced.One one) {
        traced.run("""
                update ticket set state = 'RESOLVED', resolved_at = now() - interval '4 years' where conversation_id = $1
                """, Tuple.of(one.conversation()));
    }

    private void round() {
        retention.round().await().indefinitely();
    }
}

package dev.yiwen.quality.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.yiwen.edge.PublicAddress;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.MailSettings;
import dev.yiwen.shared.Messages;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlarmMailTest {
    @Inject
    Pool database;

    @Inject
    PublicAddress address;

    @Inject
    Messages messages;

    @Inject
    AlarmStore store;

    private final Vertx vertx = Vertx.vertx();
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    // A matter of this run's own.
    private final String topic = "ovens-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void an_address_that_nobody_can_have_stands_before_a_good_one() {
        server.start();
        run("""
                insert into alarm_rule (rule, active, emails) values ('REPEATS', true, array['nobody', $1 || '@example.com'])
                on conflict (rule) do update set emails = excluded.emails
                """, topic);
        store.ring(
                        database,
                        new Ringing(
                                new AlarmStream(AlarmRule.REPEATS, topic, "四川省"),
                                Ringing.Kind.SURGE,
                                HomeZone.today(),
                                31,
                                4.2,
                                1e-9,
                                List.of()))
                .await()
                .indefinitely();
    }

    @AfterEach
    void nobody_is_told_of_others() {
        server.stop();
        vertx.closeAndAwait();
        run("delete from alarm where topic = $1", topic);
        run("delete from alarm_rule where rule = $1", AlarmRule.REPEATS.name());
    }

    @Test
    void each_address_gets_it_once_and_one_that_is_not_taken_keeps_nobody_from_theirs() throws Exception {
        var mail = new AlarmMail(database, MailSettings.mail(server.getSmtp().getPort(), vertx), address, messages);

        mail.round().await().indefinitely();
        mail.round().await().indefinitely();

        var got = new ArrayList<MimeMessage>();
        for (var message : server.getReceivedMessages()) {
            if (message.getSubject().contains(topic)) {
                got.add(message);
            }
        }
        assertThat(got).hasSize(1);
        assertThat(got.getFirst().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(topic + "@example.com");
        assertThat(got.getFirst().getSubject()).isEqualTo("告警：重复来访 · " + topic + " · 四川省");
        assertThat((String) got.getFirst().getContent()).contains("有 31，平常约 4.2", "/alarms");
    }

    private void run(String sql, String of) {
        database.preparedQuery(sql).execute(Tuple.of(of)).await().indefinitely();
    }
}

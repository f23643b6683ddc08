package dev.yiwen.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.yiwen.TestSocket;
import dev.yiwen.audit.report.Report;
import dev.yiwen.audit.report.Report.Line;
import dev.yiwen.audit.subject.CustomerExport;
import dev.yiwen.audit.subject.DataCatalogue;
import dev.yiwen.audit.subject.Holds;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.People;
import dev.yiwen.identity.token.Tokens;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest {
    /** The id alone stays in these, and nothing else. */
    private static final String[] ID_STAYS = {"audit_event", "customer_tombstone", "privacy_report"};

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI base;

    @Inject
    Erasure erasure;

    @Inject
    CustomerExport export;

    @Inject
    Holds holds;

    @Inject
    Traced traced;

    @Inject
    People people;

    @Inject
    Tokens tokens;

    @Inject
    Conversations conversations;

    @Inject
    DataCatalogue data;

    @Test
    void the_dry_run_finds_something_in_every_table_and_changes_nothing() {
        var one = traced.customer();

        var found = erasure.dryRun(one.customer().value()).await().indefinitely();

        // A table that nobody filled here would not be tested below.
        assertThat(found)
                .allSatisfy(line -> assertThat(line.found()).as(line.name()).isPositive());
        assertThat(traced.tablesWith(one.mark())).contains("message", "ticket", "call", "customer", "file_content");
    }

    @Test
    void nothing_of_an_erased_customer_is_left_anywhere() {
        var one = traced.customer();
        var other = traced.customer();

        var report = erase(one);

        assertThat(traced.tablesWith(one.mark())).isEmpty();
        assertThat(traced.tablesWith(one.conversation().toString())).isEmpty();
        assertThat(traced.tablesWith(one.customer().value().toString())).containsOnly(ID_STAYS);
        assertThat(report.lines())
                .filteredOn(line -> line.name().equals("message"))
                .extracting(Line::done)
                // And the notice that it was closed.
                .containsExactly(3L);
        assertThat(traced.tablesWith(other.mark())).contains("message", "ticket", "call", "customer", "file_content");
    }

    @Test
    void sockets_end_and_tokens_die_with_the_customer() {
        var customer = people.visitor();
        var token = people.token(customer);
        try (var socket = TestSocket.open(base, "/ws/v1/chat", token)) {
            socket.send(Map.of("type", "hello", "afterSeq", 0));
            socket.next("welcome");

            erasure.erase(customer.value(), null).await().indefinitely();

            await("the end of the socket").atMost(Duration.ofSeconds(30)).until(socket::isClosed);
        }
        assertThat(tokens.verifyCustomer(token).await().indefinitely()).isEmpty();
        assertThatThrownBy(() -> conversations
                        .openOrResume(customer, Channel.WEB)
                        .await()
                        .indefinitely())
                .isInstanceOf(Exception.class);
    }

    @Test
    void what_a_running_turn_writes_late_comes_to_nothing() {
        var one = traced.customer();
        var conversation = new ConversationId(one.conversation());

        erase(one);

        assertThat(conversations
                        .appendFromBot(conversation, 0, 1, new dev.yiwen.conversation.Body.Text("迟到"))
                        .await()
                        .indefinitely())
                .isEmpty();
        assertThatThrownBy(() -> conversations
                        .appendFromCustomer(conversation, "late", one.mark())
                        .await()
                        .indefinitely())
                .isInstanceOf(Problem.class);
        assertThat(traced.tablesWith(one.mark())).isEmpty();
    }

    @Test
    void a_hold_refuses_erasure_until_it_is_lifted() {
        var one = traced.customer();
        holds.set(one.customer().value(), "诉讼", null).await().indefinitely();

        assertThatThrownBy(() -> erase(one)).isInstanceOf(Problem.class).hasMessageContaining("hold");
        assertThat(traced.tablesWith(one.mark())).contains("message", "customer");
        holds.lift(one.customer().value(), null).await().indefinitely();
        erase(one);

        assertThat(traced.tablesWith(one.mark())).isEmpty();
    }

    @Test
    void nobody_is_not_erased() {
        assertThatThrownBy(() -> erasure.erase(Ids.next(), null).await().indefinitely())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no such customer");
    }

    @Test
    void the_export_has_what_was_said_and_sent_and_nothing_among_staff() throws IOException {
        var one = traced.customer();
        traced.run("update internal_note set text = '内部的话' where conversation_id = $1", Tuple.of(one.conversation()));

        var entries = exported(one);

        assertThat(entries.keySet())
                .contains(
                        "README.txt",
                        "data/customer.json",
                        "data/message.json",
                        "data/ticket.json",
                        "data/call.json",
                        "conversations/web-" + one.conversation() + ".txt")
                .noneMatch(path -> path.contains("internal_note") || path.contains("whisper"));
        assertThat(entries.get("conversations/web-" + one.conversation() + ".txt"))
                .contains("我：" + one.mark());
        assertThat(entries.get("files/" + one.conversation() + "-" + one.mark()))
                .isEqualTo(one.mark());
        assertThat(String.join("", entries.values())).doesNotContain("内部的话", "staff_id", "agent_id");
        assertThat(entries.get("README.txt")).contains("internal_note: 0 / 1");
    }

    private Map<String, String> exported(Traced.One one) throws IOException {
        var file = Files.createTempFile("export", ".zip");
        try {
            export.to(file, one.customer().value(), null).await().indefinitely();
            var entries = new HashMap<String, String>();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : java.util.Collections.list(zip.entries())) {
                    entries.put(
                            entry.getName(),
                            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return entries;
        } finally {
            Files.delete(file);
        }
    }

    private Report erase(Traced.One one) {
        return erasure.erase(one.customer().value(), null).await().indefinitely();
    }
}

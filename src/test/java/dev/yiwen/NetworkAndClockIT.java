package dev.yiwen;

import static dev.yiwen.CallCentre.await;
import static dev.yiwen.CallCentre.ownedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One instance alone, quick to miss its agents, on a machine whose network goes dead and whose clock leaps. */
class NetworkAndClockIT {
    private static final CallCentre CENTRE = new CallCentre(Database::connect);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @SuppressWarnings("NullAway.Init")
    private static LeapingClock clock;

    @SuppressWarnings("NullAway.Init")
    private static RunningYiwen yiwen;

    private final ScheduledExecutorService hearts = Executors.newSingleThreadScheduledExecutor();

    @BeforeAll
    static void start() {
        clock = new LeapingClock();
        var environment = new HashMap<>(clock.environment());
        environment.putAll(Map.of(
                "YIWEN_KNOWLEDGE_STARTER", "false",
                "YIWEN_HANDOFF_HEARTBEAT", "5s",
                "YIWEN_HANDOFF_ABSENCE", "3s",
                "YIWEN_HANDOFF_OFFER", "4s",
                "YIWEN_HANDOFF_OFFER_AGAIN", "1s"));
        yiwen = RunningYiwen.start(RunningYiwen.freePort(), environment);
    }

    @AfterAll
    static void stop() {
        if (yiwen != null) {
            yiwen.close();
        }
    }

    @BeforeEach
    void nobodyElseWaits() {
        CENTRE.emptyQueue(yiwen.base(), CENTRE.signIn(yiwen.base(), "AGENT"));
    }

    @AfterEach
    void clear() {
        hearts.shutdownNow();
        CENTRE.everybodyGoesHome();
        clock.set(Duration.ZERO);
    }

    @Test
    @Timeout(600)
    void an_agent_whose_network_goes_dead_loses_the_customer_to_a_colleague_who_reads_it_all() throws Exception {
        var lin = CENTRE.signIn(yiwen.base(), "AGENT");
        var wang = CENTRE.signIn(yiwen.base(), "AGENT");
        try (var network = new SilentProxy(yiwen.port());
                var first = CENTRE.waiting(yiwen.base());
                var page = seat(CENTRE.seat(network.base(), lin))) {
            accept(page, first);
            send(page, first, "before", "您好，我在");
            page.next("ack");

            network.cut();
            send(page, first, "after", "还在吗");
            ownedBy(first.socket(), "queue");
            try (var second = CENTRE.waiting(yiwen.base());
                    var colleague = seat(CENTRE.seat(yiwen.base(), wang))) {
                assertThat(colleague.next("offer").path("conversationId").asText())
                        .isEqualTo(first.conversation());
                colleague.send(Map.of("type", "accept", "conversationId", first.conversation()));
                ownedBy(first.socket(), "agent");
                assertThat(CENTRE.call(
                                yiwen.base(), "GET", "/api/v1/conversations/" + first.conversation(), wang, null))
                        .contains("您好，我在");

                network.heal();
                assertThat(page.next("error").path("clientMessageId").asText()).isEqualTo("after");
                CENTRE.serve(yiwen.base(), List.of(wang), List.of(first.conversation(), second.conversation()));
                CENTRE.isSound(yiwen.base(), List.of(first.conversation(), second.conversation()));
                assertThat(CENTRE.count(
                                "select count(*) from message where conversation_id = any(?::uuid[])"
                                        + " and body ->> 'text' = '还在吗'",
                                List.of(first.conversation())))
                        .isZero();
            }
        }
    }

    @Test
    @Timeout(600)
    void a_clock_that_leaps_an_hour_ahead_and_two_hours_back_costs_nobody_an_agent_or_an_offer() throws Exception {
        var lin = CENTRE.signIn(yiwen.base(), "AGENT");
        try (var served = CENTRE.waiting(yiwen.base());
                var page = seat(CENTRE.seat(yiwen.base(), lin))) {
            accept(page, served);

            clock.set(AN_HOUR);
            try (var waiting = CENTRE.waiting(yiwen.base())) {
                var ids = List.of(served.conversation(), waiting.conversation());
                assertThat(offered(page)).isEqualTo(waiting.conversation());
                var asked = lostTurn();
                answeredByBot(asked);

                clock.set(AN_HOUR.negated());
                // Let lapse, and offered again: offers are still looked after.
                page.next("offer-ended");
                assertThat(offered(page)).isEqualTo(waiting.conversation());

                assertThat(CENTRE.mine(yiwen.base(), lin)).containsExactly(served.conversation());
                assertThat(CENTRE.count(
                                "select count(*) from handoff where conversation_id = any(?::uuid[])"
                                        + " and requested_at between now() - interval '3 minutes' and now()",
                                ids))
                        .isEqualTo(2);
                CENTRE.serve(yiwen.base(), List.of(lin), ids);
                CENTRE.isSound(yiwen.base(), ids);
            }
        }
    }

    private static String offered(TestSocket page) {
        return page.next("offer").path("conversationId").asText();
    }

    /** Keeps saying that it is there. */
    private TestSocket seat(TestSocket page) {
        hearts.scheduleAtFixedRate(() -> page.send(Map.of("type", "presence", "online", true)), 1, 1, TimeUnit.SECONDS);
        return page;
    }

    private static void accept(TestSocket page, CallCentre.Customer customer) {
        page.send(Map.of("type", "accept", "conversationId", customer.conversation()));
        ownedBy(customer.socket(), "agent");
    }

    private static void send(TestSocket page, CallCentre.Customer to, String id, String text) {
        page.send(Map.of("type", "send", "conversationId", to.conversation(), "clientMessageId", id, "text", text));
    }

    /** The conversation of somebody whose question was lost with an instance moments ago. */
    private static String lostTurn() throws SQLException {
        try (var socket = TestSocket.open(
                        yiwen.base(), "/ws/v1/chat?token=" + VisitorClient.visitorToken(yiwen.base()), null);
                var connection = Database.connect();
                var statement = connection.prepareStatement("""
                        with lost as (
                          insert into message (conversation_id, seq, author, body, at)
                          select id, 1, 'customer', '{"kind":"text","text":"你好"}', now() from conversation where id = ?::uuid
                          returning conversation_id)
                        update conversation c set last_seq = 1, turn_seq = 1, turn_due = now() - interval '1 second'
                        from lost where c.id = lost.conversation_id
                        """)) {
            socket.send(Map.of("type", "hello", "afterSeq", 0));
            var id = socket.next("welcome").path("conversation").path("id").asText();
            statement.setString(1, id);
            statement.executeUpdate();
            return id;
        }
    }

    private static void answeredByBot(String conversation) {
        await(30)
                .untilAsserted(() -> assertThat(CENTRE.count(
                                "select count(*) from message where conversation_id = any(?::uuid[]) and author = 'bot'",
                                List.of(conversation)))
                        .isEqualTo(1));
    }
}

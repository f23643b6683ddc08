package dev.yiwen.handoff.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent is there as long as one of their pages is, says what it may or nothing. */
@QuarkusTest
@TestProfile(ShortPatience.class)
class PresenceOfPersonTest {
    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Presence presence;

    @Inject
    AgentQueue queue;

    private Staff agent;
    private String token;
    private ConversationId served;

    @BeforeEach
    void an_agent_has_a_customer() {
        scene.startsEmpty();
        agent = people.staff(Role.AGENT);
        token = people.token(agent);
        try (var page = page()) {
            page.frame("welcome");
            page.send(Map.of("type", "presence", "online", true));
            Awaitility.await().until(this::isOnline);
        }
        served = scene.waiting(Code.WISH_FOR_HUMAN).id();
        queue.pick(served, agent.id()).await().indefinitely();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void of_two_pages_one_that_says_nothing_keeps_the_agent_there() throws InterruptedException {
        try (var tickets = page()) {
            page().close();
            tickets.frame("welcome");

            Thread.sleep(ShortPatience.UNTIL_REQUEUED);

            assertThat(isOnline()).isTrue();
            assertThat(scene.now(served).owner()).isInstanceOf(Owner.Agent.class);
        }
    }

    @Test
    void a_page_that_opens_again_soon_finds_the_agent_online() {
        page().close();

        try (var reloaded = page()) {
            assertThat(reloaded.frame("welcome").path("online").asBoolean()).isTrue();
        }
    }

    @Test
    void whoever_comes_back_late_reads_why_it_is_a_break() throws InterruptedException {
        Thread.sleep(ShortPatience.HEARTBEAT.plusSeconds(1));

        try (var late = page()) {
            var welcome = late.frame("welcome");
            assertThat(welcome.path("online").asBoolean()).isFalse();
            assertThat(welcome.path("away").asText()).isEqualTo("CLOSED");
        }
    }

    @Test
    void when_the_last_page_is_gone_for_long_the_customer_waits_for_somebody_else() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> scene.now(served).owner() instanceof Owner.Queue);
    }

    @Test
    void whoever_signs_out_has_left_at_once() {
        try (var page = page()) {
            page.frame("welcome");
            page.send(Map.of("type", "presence", "online", true));

            RestAssured.given()
                    .header("Cookie", "yiwen_session=" + token)
                    .delete("/api/v1/session")
                    .then()
                    .statusCode(204);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> scene.now(served).owner() instanceof Owner.Queue);
            assertThat(isOnline()).isFalse();
        }
    }

    @Test
    void whoever_signs_out_elsewhere_stays() throws InterruptedException {
        var elsewhere = people.token(agent);
        try (var page = page()) {
            page.frame("welcome");
            page.send(Map.of("type", "presence", "online", true));

            RestAssured.given().header("Cookie", "yiwen_session=" + elsewhere).delete("/api/v1/session");

            Thread.sleep(ShortPatience.HEARTBEAT);
            assertThat(isOnline()).isTrue();
            assertThat(scene.now(served).owner()).isInstanceOf(Owner.Agent.class);
        }
    }

    private boolean isOnline() {
        return presence.isOnline(agent.id()).await().indefinitely();
    }

    private AgentPage page() {
        return AgentPage.open(server, token);
    }
}

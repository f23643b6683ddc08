package dev.yiwen.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.TestSocket;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever imports the dashboard sees curves: each series that it asks for is told by the service. */
@QuarkusTest
class DashboardTest {
    private static final Path DASHBOARD = Path.of("docker/grafana/yiwen.json");
    private static final Pattern SERIES = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+(?=[\\[{) ])");
    /** Told once a chat model is asked. */
    private static final Set<String> WITH_A_MODEL = Set.of("yiwen_model_calls_seconds_count");

    private static final Set<String> WORDS_OF_THE_LANGUAGE = Set.of("histogram_quantile");

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI base;

    @Inject
    People people;

    @Test
    void each_series_of_the_dashboard_is_told() throws IOException {
        var asked = new TreeSet<String>();
        for (var panel : new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels")) {
            for (var target : panel.path("targets")) {
                SERIES.matcher(target.path("expr").asText()).results().forEach(it -> asked.add(it.group()));
            }
        }
        asked.removeAll(WITH_A_MODEL);
        asked.removeAll(WORDS_OF_THE_LANGUAGE);
        assertThat(asked).hasSizeGreaterThan(10);

        aCustomerAsksForAPerson();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(told()).containsAll(asked));
    }

    private void aCustomerAsksForAPerson() {
        try (var chat = TestSocket.open(base, "/ws/v1/chat", people.token(people.visitor()))) {
            chat.send(Map.of("type", "hello", "afterSeq", 0));
            chat.next("welcome");
            chat.send(Map.of("type", "send", "clientMessageId", "m1", "text", "转人工"));
            chat.next("owner");
        }
    }

    private Set<String> told() {
        return given().auth()
                .oauth2(people.token(people.staff(Role.ADMIN)))
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }
}

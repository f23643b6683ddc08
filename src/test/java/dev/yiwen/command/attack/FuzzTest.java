package dev.yiwen.command.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import dev.yiwen.triage.EditorWords;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class FuzzTest {
    private static final int REQUESTS = 3_000;
    private static final long SEED = 19;

    @TestHTTPResource
    URI base;

    @Inject
    People people;

    @Inject
    Pool database;

    @Inject
    EditorWords words;

    /** A sensible request may be among so many: what holds for all others' questions and articles is as it was. */
    @AfterEach
    void as_before() {
        Stream.of(true, false)
                .flatMap(wishes -> words.all(wishes).await().atMost(Duration.ofSeconds(20)).stream())
                .forEach(it -> words.remove(it.id()).await().atMost(Duration.ofSeconds(20)));
        database.query("delete from review_policy").execute().await().atMost(Duration.ofSeconds(20));
    }

    @Test
    void every_operation_refuses_in_words_what_makes_no_sense() throws Exception {
        var administrator = people.token(people.staff(Role.values()));
        var customer = people.token(people.visitor());

        var fuzz = new Fuzz(base, administrator, customer, Ids.next().toString(), SEED);
        var found = fuzz.run(REQUESTS).summary("fuzz", 0);

        assertThat(found.examples()).isEmpty();
        assertThat(found.tried()).isGreaterThan(REQUESTS);
    }
}

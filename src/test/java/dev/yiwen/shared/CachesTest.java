package dev.yiwen.shared;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CachesTest {
    @Inject
    People people;

    /** {@code answers} is made with the first answer. */
    @ParameterizedTest
    @ValueSource(strings = {"searches", "embeddings", "passages", "transcripts", "signs"})
    void every_cache_says_how_often_it_hits_and_how_large_it_is(String name) {
        assertThat(metrics())
                .anyMatch(it -> it.startsWith("cache_gets_total{cache=\"" + name + "\",result=\"hit\"}"))
                .anyMatch(it -> it.startsWith("cache_gets_total{cache=\"" + name + "\",result=\"miss\"}"))
                .anyMatch(it -> it.startsWith("cache_size{cache=\"" + name + "\"}"));
    }

    @Test
    void hits_and_misses_are_counted_of_the_cache_that_was_made_last() {
        Caches.measured("test", Caffeine.newBuilder().maximumSize(9)).put("stale", 1);
        var cache =
                Caches.<String, Integer>measured("test", Caffeine.newBuilder().maximumSize(9));
        cache.put("known", 1);
        assertThat(cache.getIfPresent("known")).isEqualTo(1);
        assertThat(cache.getIfPresent("known")).isEqualTo(1);
        assertThat(cache.getIfPresent("stale")).isNull();

        assertThat(metrics())
                .contains(
                        "cache_gets_total{cache=\"test\",result=\"hit\"} 2.0",
                        "cache_gets_total{cache=\"test\",result=\"miss\"} 1.0",
                        "cache_size{cache=\"test\"} 1.0");
    }

    private List<String> metrics() {
        return given().auth()
                .oauth2(people.token(people.staff(Role.ADMIN)))
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }
}

package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeZoneTest {
    private static final Pattern A_ZONE = Pattern.compile(
            "(?:Asia|Europe|America)/[A-Z]|ZoneId\\.(?:of|systemDefault)\\(|TimeZone\\.getDefault|ZoneOffset\\.ofHours|\\b8 \\* 3600");

    @AfterEach
    void homeAgain() {
        HomeZone.learn(HomeZone.USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/Argentina/Buenos_Aires", "Europe/Berlin", "UTC"})
    void knows_zones_by_their_names(String name) {
        assertThat(HomeZone.isOne(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Shanghai",
                "Asia/Nowhere",
                "+08:00",
                "UTC+8",
                "SystemV/PST8",
                "Etc/GMT-8",
                "Asia/Shanghai'--"
            })
    void refuses_what_other_programs_would_not_know(String name) {
        assertThat(HomeZone.isOne(name)).isFalse();
    }

    @Test
    void a_day_that_is_asked_for_is_the_companys() {
        assertThat(AskedDay.start("2026-11-30")).isEqualTo(Instant.parse("2026-11-29T16:00:00Z"));

        HomeZone.learn("America/New_York");

        assertThat(AskedDay.start("2026-11-30")).isEqualTo(Instant.parse("2026-11-30T05:00:00Z"));
        assertThat(AskedDay.end("2026-03-08")).as("a day of 23 hours").isEqualTo(Instant.parse("2026-03-09T04:00:00Z"));
    }

    @Test
    void nonsense_changes_nothing() {
        assertThatThrownBy(() -> HomeZone.learn("Mars/Olympus")).isInstanceOf(DateTimeException.class);

        assertThat(HomeZone.id().getId()).isEqualTo(HomeZone.USUAL);
    }

    /** Else one place would go by another clock than the others. */
    @Test
    void no_other_place_names_a_zone() throws IOException {
        for (var root : Set.of("src/main/java", "src/main/web")) {
            try (var files = Files.walk(Path.of(root))) {
                assertThat(files.filter(it -> it.toString().matches(".*\\.(java|ts|html)"))
                                .filter(it -> !it.endsWith("HomeZone.java") && !it.endsWith("common/zone.ts"))
                                // Words that show an administrator how one is written.
                                .filter(it -> !it.endsWith("brand/i18n.ts"))
                                // WeChat counts its days by its own clock, wherever a company is.
                                .filter(it -> !it.endsWith("command/wechat/platform/AccessTokens.java"))
                                .filter(it -> A_ZONE.matcher(read(it)).find())
                                .map(Path::toString)
                                .collect(Collectors.toSet()))
                        .isEmpty();
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

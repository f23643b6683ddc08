package dev.yiwen.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommonEventFormatTest {
    private static final UUID ID = UUID.fromString("0190a0b0-0000-7000-8000-000000000001");

    @Test
    void a_line_has_the_head_and_names_its_fields() {
        var line = CommonEventFormat.line(entry("sign-in.failed", "staff:1", Map.of()));

        assertThat(line)
                .startsWith("CEF:0|Yiwen|Yiwen|1|sign-in.failed|sign in failed|6|rt=1000 externalId=" + ID)
                .contains(" src=203.0.113.7 ", " suid=" + ID, " cs1Label=subject cs1=staff:1 ");
    }

    @Test
    void nothing_that_was_logged_makes_another_line_or_field() {
        var line =
                CommonEventFormat.line(entry("reveal", "a=b\\c\nCEF:0|x", Map.of("why", "x suid=root\r\u2028|\u0007")));

        assertThat(line).doesNotContain("\n", "\r", "\u2028", "\u0007");
        assertThat(line).contains("cs1=a\\=b\\\\c\\nCEF:0|x ", "cs2=why: x suid\\=root\\r");
        assertThat(line.split("(?<!\\\\)\\|", 8)).hasSize(8);
    }

    private static Entry entry(String kind, String subject, Map<String, String> details) {
        return new Entry(1, ID, Instant.ofEpochSecond(1), kind, ID, "203.0.113.7", subject, details, "00");
    }
}

package dev.yiwen.handoff.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.TalkSign.Alert;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class UrgencyTest {
    private static final List<Alert> NONE = List.of();

    @Test
    void danger_is_before_all() {
        assertThat(Urgency.of(true, false, 0, NONE)).isEqualTo(Urgency.DANGER);
    }

    @Test
    void a_grave_warning_is_before_anger_until_a_supervisor_knows_of_it() {
        assertThat(Urgency.of(false, true, 0.9, List.of(alert(true, null)))).isEqualTo(Urgency.GRAVE);
        assertThat(Urgency.of(false, false, 0.9, List.of(alert(true, "李主管")))).isEqualTo(Urgency.ANGRY);
        assertThat(Urgency.of(false, false, 0, List.of(alert(true, "李主管")))).isEqualTo(Urgency.MINDED);
    }

    @Test
    void a_complaint_is_as_urgent_as_anger_and_a_reminder_less_than_unease() {
        assertThat(Urgency.of(false, true, 0, NONE)).isEqualTo(Urgency.of(false, false, 0.5, NONE));
        assertThat(Urgency.of(false, false, 0.3, NONE)).isEqualTo(Urgency.UNEASY);
        assertThat(Urgency.of(false, false, 0, List.of(alert(false, null)))).isEqualTo(Urgency.MINDED);
    }

    @Test
    void who_has_nothing_amiss_is_calm() {
        assertThat(Urgency.of(false, false, 0.1, NONE)).isEqualTo(Urgency.CALM);
    }

    private static Alert alert(boolean grave, @Nullable String by) {
        return new Alert(new UUID(0, 1), "stuck", grave, "", "", Instant.EPOCH, by);
    }
}

package dev.yiwen.knowledge.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.link.LinkCheck.Probe;
import dev.yiwen.knowledge.link.LinkCheck.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkCheckTest {
    private static final String URL = "https://www.example.com/a";

    @ParameterizedTest
    @CsvSource({"200, WORKS", "204, WORKS", "401, WORKS", "403, WORKS", "429, WORKS", "404, BROKEN", "410, BROKEN"})
    void what_a_page_answers_is_told_at_once(int status, State state) {
        assertThat(after(LinkCheck.never(URL), new Probe.Answered(status), true).state())
                .isEqualTo(state);
    }

    @Test
    void a_fault_of_the_pages_own_is_told_after_three_and_forgiven_by_one_answer() {
        var check = LinkCheck.never(URL);
        for (int i = 0; i < 2; i++) {
            check = after(check, new Probe.Answered(503), true);
            assertThat(check.state()).isEqualTo(State.UNCHECKED);
        }
        check = after(check, new Probe.Answered(503), true);
        assertThat(check.state()).isEqualTo(State.BROKEN);
        check = after(check, new Probe.Answered(200), true);
        assertThat(check.state()).isEqualTo(State.WORKS);
        assertThat(check.failures()).isZero();
    }

    @Test
    void nobody_who_answers_is_told_after_three_and_a_page_that_worked_works_until_then() {
        var check = after(LinkCheck.never(URL), new Probe.Answered(200), true);
        check = after(after(check, silent(), true), silent(), true);
        assertThat(check.state()).isEqualTo(State.WORKS);
        assertThat(after(check, silent(), true).state()).isEqualTo(State.UNREACHABLE);
    }

    @Test
    void without_a_way_out_nothing_is_held_against_a_link() {
        var check = LinkCheck.never(URL);
        for (int i = 0; i < 5; i++) {
            check = after(check, silent(), false);
        }
        assertThat(check.state()).isEqualTo(State.UNCHECKED);
        assertThat(check.failures()).isZero();
        assertThat(check.detail()).isEqualTo("no way out");
    }

    @Test
    void several_places_of_which_none_answers_are_no_way_out_and_one_of_which_one_answers_is() {
        var one = Map.<String, Probe>entry("https://a.example.com/1", silent());
        var same = Map.<String, Probe>entry("https://a.example.com/2", silent());
        var other = Map.<String, Probe>entry("https://b.example.com/", silent());
        var answered = Map.<String, Probe>entry("https://c.example.com/", new Probe.Answered(500));
        var refused = Map.<String, Probe>entry("http://127.0.0.1/", new Probe.Refused("private"));

        assertThat(LinkChecks.hasWayOut(List.of(one, other))).isFalse();
        assertThat(LinkChecks.hasWayOut(List.of(refused))).isFalse();
        assertThat(LinkChecks.hasWayOut(List.of(one, other, answered))).isTrue();
        assertThat(LinkChecks.hasWayOut(List.of(one, same))).isTrue();
    }

    @Test
    void links_are_those_of_markdown_and_those_that_stand_there() {
        assertThat(LinkTexts.in("看 [官网](https://www.example.com/帮助?a=1) 或https://b.example.com/x。再看"
                        + " <https://c.example.com>，见 http://d.example.com/y, ![图](https://e.example.com/p.png \"题\")"
                        + "；本站 [这里](/help)、邮件 mailto:a@example.com、https://b.example.com/x"))
                .containsExactly(
                        "https://www.example.com/帮助?a=1",
                        "https://e.example.com/p.png",
                        "https://b.example.com/x",
                        "https://c.example.com",
                        "http://d.example.com/y");
    }

    private static Probe silent() {
        return new Probe.Silent("connection refused");
    }

    private static LinkCheck after(LinkCheck check, Probe probe, boolean wayOut) {
        return check.after(probe, wayOut, 3, Instant.EPOCH);
    }
}

package dev.yiwen.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {
    private final ByteBudget budget = new ByteBudget(100, 2);
    private final List<String> went = new ArrayList<>();

    @Test
    void one_sender_has_one_at_a_time_in_order() {
        var first = taken("a", "here", 10, "a1");
        claim("a", "here", 10, "a2");
        claim("b", "there", 10, "b1");

        assertThat(went).containsExactly("a1", "b1");
        first.release();
        first.release();
        assertThat(went).containsExactly("a1", "b1", "a2");
    }

    @Test
    void together_they_have_no_more_than_there_is() {
        var first = taken("a", "here", 50, "a");
        claim("b", "there", 40, "b");
        claim("c", "elsewhere", 30, "c");
        claim("d", "yonder", 5, "d");

        assertThat(went).as("who is small does not pass who waits").containsExactly("a", "b");
        first.release();
        assertThat(went).containsExactly("a", "b", "c", "d");
    }

    @Test
    void one_place_has_half_whoever_sends_there() {
        claim("a", "here", 30, "a");
        claim("b", "here", 30, "b");
        claim("c", "there", 30, "c");

        assertThat(went).containsExactly("a", "c");
    }

    @Test
    void who_gives_up_never_goes() {
        var first = taken("a", "here", 50, "a1");
        var second = taken("a", "here", 50, "a2");

        assertThat(second.giveUp()).isTrue();
        assertThat(first.giveUp()).isFalse();
        first.release();

        assertThat(went).containsExactly("a1");
    }

    @Test
    void a_sender_who_waits_for_too_many_is_refused() {
        claim("a", "here", 10, "a1");
        claim("a", "here", 10, "a2");
        claim("a", "here", 10, "a3");

        assertThat(claim("a", "here", 10, "a4")).isNull();
    }

    @Test
    void what_is_larger_than_all_goes_alone() {
        claim("a", "here", Long.MAX_VALUE, "a");

        assertThat(went).containsExactly("a");
    }

    private ByteBudget.Claim taken(String holder, String place, long bytes, String name) {
        return Objects.requireNonNull(claim(holder, place, bytes, name));
    }

    private ByteBudget.@Nullable Claim claim(String holder, String place, long bytes, String name) {
        return budget.claim(holder, place, bytes, () -> went.add(name));
    }
}

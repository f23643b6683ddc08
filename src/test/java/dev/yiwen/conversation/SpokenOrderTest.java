package dev.yiwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpokenOrderTest {

    @Test
    void late_words_stand_where_they_were_said() {
        assertThat(order(notice("agent-joined"), said("一", 1500L), said("三", 5000L), said("二", 3000L), notice("note")))
                .containsExactly("agent-joined", "一", "二", "三", "note");
    }

    @Test
    void words_of_one_moment_stand_as_they_came() {
        assertThat(order(said("甲", 9000L), said("乙", 9000L))).containsExactly("甲", "乙");
    }

    @Test
    void nothing_was_said_after_the_end() {
        assertThat(order(said("一", 1500L), notice("closed"), said("二", 9500L))).containsExactly("一", "二", "closed");
    }

    @Test
    void what_was_written_stays_in_its_place() {
        assertThat(order(said("二", 3000L), said("写的", null), said("一", 1000L))).containsExactly("一", "写的", "二");
    }

    private static Body said(String text, @Nullable Long at) {
        return new Body.Text(text, null, at);
    }

    private static Body notice(String code) {
        return new Body.Notice(code, code, Map.of());
    }

    private static List<String> order(Body... bodies) {
        var messages = IntStream.range(0, bodies.length)
                .mapToObj(i -> new Message(
                        ConversationId.of(new UUID(0, 1)), i + 1, new Author.Customer(), bodies[i], Instant.EPOCH))
                .toList();
        return SpokenOrder.of(messages).stream().map(it -> it.body().text()).toList();
    }
}

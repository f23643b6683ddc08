package dev.yiwen.assist.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PastRepliesTest {
    @Inject
    PastReplies replies;

    @Test
    void what_is_brought_twice_stands_once() {
        var brought = IntStream.range(0, 40)
                .mapToObj(i -> new PastReply("柚子机坏了,第" + i + "遍说", "已报修柚子机" + i))
                .toList();

        assertThat(replies.bring(brought).await().indefinitely()).isEqualTo(40);
        assertThat(replies.bring(brought).await().indefinitely()).isZero();
        assertThat(replies.learned().await().indefinitely())
                .filteredOn(it -> it.response().startsWith("已报修柚子机"))
                .hasSize(40)
                .startsWith(brought.getFirst())
                .endsWith(brought.getLast());
    }

    @Test
    void personal_data_is_replaced_before_it_is_kept() {
        var masked = PastReplies.masked(new PastReply("我叫王小明,电话13800138000", "王小明您好,稍后打13800138000"));

        assertThat(List.of(masked.context(), masked.response()))
                .noneMatch(it -> it.contains("13800138000") || it.contains("小明"));
    }
}

package dev.yiwen.channel.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HotWordsTest {

    @Test
    void words_of_the_trade_are_among_them_with_their_weight() {
        assertThat(HotWords.of(List.of(), 20)).containsEntry("携号转网", 20).containsEntry("副卡", 20);
    }

    @Test
    void products_come_first_then_words_of_the_trade_and_tags() {
        var words = HotWords.of(
                List.of(article("云光 Home", "星海畅玩套餐", List.of("星海", "5G", "资费")), article("通用", "通用", List.of())), 7);

        assertThat(words).containsEntry("星海畅玩套餐", 7).containsEntry("星海", 7).containsEntry("资费", 7);
        assertThat(words).doesNotContainKeys("通用", "5G");
    }

    @Test
    void a_weight_of_nothing_sends_none() {
        assertThat(HotWords.of(List.of(), 0)).isEmpty();
    }

    @Test
    void each_is_a_word_that_the_recogniser_takes() {
        assertThat(HotWords.of(List.of(), 20).keySet())
                .allMatch(it -> it.codePointCount(0, it.length()) <= 10 && it.length() > 1);
    }

    private static Article article(String question, String product, List<String> tags) {
        return new Article(
                ArticleId.of(UUID.randomUUID()),
                "a/b",
                1,
                Article.State.PUBLISHED,
                question,
                List.of(),
                "好的",
                Audience.CUSTOMER,
                product,
                null,
                null,
                tags,
                "小林",
                Instant.EPOCH);
    }
}

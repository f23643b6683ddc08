package dev.yiwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.retrieval.index.Chunker;
import dev.yiwen.retrieval.index.LexicalIndex;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.retrieval.text.Terms;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "ＡＰＰ里怎么查流量？, app里怎么查流量？",
        "怎么查流量?, 怎么查流量？",
        "1:1, 1:1",
        "寬帶怎麼報修, 宽带怎么报修",
        "流量😀还剩多少, 流量 还剩多少",
        "  查   流量 , 查 流量"
    })
    void text_has_one_form_however_it_was_typed(String typed, String form) {
        assertThat(Normaliser.text(typed)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"您好，请问怎么查流量？谢谢！, 怎么查流量", "怎么 查流量, 怎么查流量", "谢谢, 谢谢"})
    void courtesies_and_punctuation_make_no_other_question(String typed, String key) {
        assertThat(Normaliser.key(typed)).isEqualTo(key);
    }

    @Test
    void words_of_the_trade_are_not_cut() {
        assertThat(Terms.ofQuery("携号转网要授权码吗")).contains("携号转网", "授权码");
    }

    @Test
    void stop_words_are_no_terms() {
        assertThat(Terms.ofDocument("这是我的光猫")).contains("光猫").doesNotContain("的", "我", "是");
    }

    @Test
    void windows_hold_whole_sentences_and_lose_nothing() {
        var text = "第一句话。第二句话！第三句话？第四句没有句号";
        var windows = Chunker.windows(text, 11);
        assertThat(windows).containsExactly("第一句话。第二句话！", "第三句话？", "第四句没有句号");
    }

    @Test
    void a_sentence_longer_than_a_window_is_cut() {
        assertThat(Chunker.windows("长".repeat(25), 10))
                .extracting(String::length)
                .containsExactly(10, 10, 5);
    }

    @Test
    void a_rare_word_counts_more_than_a_common_one() {
        var index = new LexicalIndex();
        index.put(UUID.randomUUID(), List.of(new LexicalIndex.Entry(1, List.of("流量", "套餐"))));
        index.put(UUID.randomUUID(), List.of(new LexicalIndex.Entry(2, List.of("流量", "漫游"))));
        index.put(UUID.randomUUID(), List.of(new LexicalIndex.Entry(3, List.of("流量", "套餐"))));
        var scores = index.score(List.of("套餐", "漫游"));
        assertThat(scores.best(1)).extracting(LexicalIndex.Hit::passage).containsExactly(2L);
    }

    @Test
    void a_replaced_article_is_no_longer_found_by_its_old_words() {
        var index = new LexicalIndex();
        var article = UUID.randomUUID();
        index.put(article, List.of(new LexicalIndex.Entry(1, List.of("套餐"))));
        index.put(article, List.of(new LexicalIndex.Entry(2, List.of("漫游"))));
        assertThat(index.score(List.of("套餐")).best(10)).isEmpty();
        assertThat(index.score(List.of("漫游")).of(2)).isPositive();
    }
}

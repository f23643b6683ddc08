package dev.yiwen.answer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
    private static final String TALK = "我跟你们说我是很多年的老用户了从来没有遇到过这样的事情真的很生气。";
    private static final Map<String, Double> KNOWN =
            Map.of("宽带", 2.0, "违约", 5.0, "约金", 5.0, "套餐", 2.0, "换套", 3.0, "用户", 0.5);

    private final Excerpts excerpts = new Excerpts(new TurnPatterns(), it -> KNOWN.getOrDefault(it, 0.0));

    @Test
    void a_short_message_is_its_own_excerpt() {
        assertThat(excerpts.of("换套餐要违约金吗？")).isEqualTo("换套餐要违约金吗？");
    }

    @Test
    void of_a_letter_the_questions_that_name_what_the_knowledge_knows_come_first() {
        String letter = distinct(TALK, 6) + "宽带断了。" + distinct(TALK, 6) + "换套餐要违约金吗？" + distinct(TALK, 6);

        String excerpt = excerpts.of(letter);

        assertThat(excerpt).contains("宽带断了。").contains("换套餐要违约金吗？").hasSizeLessThanOrEqualTo(Excerpts.LENGTH + 20);
        assertThat(excerpt.indexOf("宽带")).isLessThan(excerpt.indexOf("违约金"));
        assertThat(excerpts.of(letter)).isEqualTo(excerpt);
    }

    @Test
    void what_is_said_again_is_left_out() {
        assertThat(excerpts.of("换套餐要违约金吗？".repeat(50))).isEqualTo("换套餐要违约金吗？");
    }

    @Test
    void a_letter_without_a_mark_is_cut_where_it_must_be() {
        assertThat(excerpts.of("宽带".repeat(500))).isNotEmpty().hasSizeLessThanOrEqualTo(Excerpts.LENGTH + 20);
        assertThat(excerpts.of("😀".repeat(5000)).codePoints()).allMatch(it -> it > 0xFFFF || it == '，');
    }

    private static String distinct(String sentence, int times) {
        var all = new StringBuilder();
        for (int i = 0; i < times; i++) {
            all.append(i).append(sentence);
        }
        return all.toString();
    }
}

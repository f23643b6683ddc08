package dev.yiwen.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SaidWordsTest {

    @Test
    void finds_words_that_are_meant() {
        assertThat(SaidWords.in("妈的怎么又断了", List.of("妈的"))).containsExactly("妈的");
        assertThat(SaidWords.in("这是 规定，没有办法", List.of("这是规定", "没有办法"))).contains("没有办法");
    }

    @Test
    void does_not_find_them_inside_of_other_words() {
        assertThat(SaidWords.in("我妈的手机怎么没有信号", List.of("妈的"))).isEmpty();
        assertThat(SaidWords.in("订单号 abkf123", List.of("kf"))).isEmpty();
    }

    @Test
    void does_not_find_what_is_only_quoted() {
        assertThat(SaidWords.in("有人对您说“这是规定”，我向您道歉", List.of("这是规定"))).isEmpty();
    }
}

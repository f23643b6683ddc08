package dev.yiwen.channel.wechat.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8TextTest {

    @Test
    void what_fits_stays_whole() {
        assertThat(Utf8Text.pieces("  您好。\n请讲。 ")).containsExactly("您好。\n请讲。");
        assertThat(Utf8Text.pieces("")).isEmpty();
    }

    @Test
    void is_cut_after_a_sentence() {
        var sentence = "这是一句完整的话，讲清楚一件事。";

        var pieces = Utf8Text.pieces(sentence.repeat(100));

        assertThat(pieces).hasSizeGreaterThan(1).allSatisfy(it -> assertThat(it).endsWith("。"));
        assertThat(String.join("", pieces)).isEqualTo(sentence.repeat(100));
    }

    @Test
    void is_cut_between_lines_before_it_is_cut_within_them() {
        var lines = "第一步：打开设置。再看看。\n".repeat(70);

        assertThat(Utf8Text.pieces(lines))
                .allSatisfy(it -> assertThat(it).startsWith("第一步").endsWith("再看看。"));
    }

    @Test
    void no_character_is_ever_cut_in_two() {
        var random = new Random(4);
        for (int i = 0; i < 200; i++) {
            var text = new StringBuilder();
            for (int c = 0; c < 2500; c++) {
                text.appendCodePoint(
                        switch (random.nextInt(5)) {
                            case 0 -> 0x1F600 + random.nextInt(60);
                            case 1 -> 'a' + random.nextInt(26);
                            case 2 -> 0xE9;
                            default -> 0x4E00 + random.nextInt(3000);
                        });
            }
            var pieces = Utf8Text.pieces(text.toString());

            assertThat(pieces).allSatisfy(it -> assertThat(Utf8Text.bytes(it)).isLessThanOrEqualTo(Utf8Text.LONGEST));
            assertThat(String.join("", pieces)).isEqualTo(text.toString());
        }
    }
}

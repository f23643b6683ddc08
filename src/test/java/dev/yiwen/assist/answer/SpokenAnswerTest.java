package dev.yiwen.assist.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.reading.Quantity;
import dev.yiwen.reading.SpokenAmounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpokenAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "补卡收 **10 元**工本费。 | 补卡收 10 元工本费。",
                "在 [App](https://x.example/a) 的「我的 → 设置」里改，见 https://x.example/b 。 | 在 App 的我的，再点设置里改，见。",
                "月费 99元/月，限 14–26 岁（本人）办理。 | 月费每月 99 元，限 14 到 26 岁，本人，办理。",
                "营业时间 9:00-18:30，打 `10010` 也行。 | 营业时间 9 点到 18 点 30 分，打 10010 也行。",
                "降速到 1Mbps，套餐含 60GB 流量，优惠 20%。 | 降速到 1 兆，套餐含 60 个 G 流量，优惠百分之 20。",
            })
    void reads_signs_and_units_in_words(String written, String spoken) {
        assertThat(SpokenAnswer.of(written)).isEqualTo(spoken);
    }

    @Test
    void makes_sentences_of_tables_and_lists() {
        assertThat(SpokenAnswer.of("""
                ## 各档月费

                | 速率 | 月费 |
                | --- | ---: |
                | 300M | 49 元 |
                | 500M | 69 元 |

                1. 先登录；
                2. 再选档位
                """)).isEqualTo("300 兆，月费 49 元。500 兆，月费 69 元。先登录。再选档位。");
    }

    @Test
    void says_as_much_as_can_be_said_in_one_go_and_at_least_one_sentence() {
        var sentence = "您可以在任何一家营业厅办理这项业务，也可以在手机上办理，两种办法一样快。";
        assertThat(SpokenAnswer.of(sentence.repeat(5)).length()).isBetween(sentence.length() * 2, 100);
        assertThat(SpokenAnswer.of("长".repeat(300) + "。短。")).hasSize(301);
    }

    @Test
    void says_no_amount_that_the_article_does_not_in_the_whole_starter_knowledge() throws IOException {
        var strange = new ArrayList<String>();
        try (var files = Files.walk(Path.of("knowledge"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                var answer = Files.readString(file).split("(?m)^---\\s*$", 3)[2];
                var known = Quantity.in(SpokenAmounts.written(answer.replaceAll("[|*]", " ")));
                var spoken = SpokenAnswer.of(answer);
                Quantity.in(SpokenAmounts.written(spoken)).stream()
                        .filter(it -> known.stream().noneMatch(it::sameAs))
                        .forEach(it -> strange.add(file.getFileName() + ": " + it.said() + " in " + spoken));
                assertThat(spoken).as(file.toString()).isNotBlank().doesNotContain("**", "](", "http", "|", "## ");
            }
        }
        assertThat(strange).isEmpty();
    }
}

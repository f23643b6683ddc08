package dev.yiwen.answer.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.knowledge.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ObedientModelTest {
    private static final Article ARTICLE = Written.article("补卡怎么办理、要多少钱？", """
            补卡可以在任一云桥营业厅办理，也可以在云桥 APP「我的－补换卡」申请邮寄。

            办理步骤：
            1. 带上机主本人有效身份证原件，到营业厅取号；
            2. 完成人脸核验，交 10 元卡费；
            3. 当场领取新卡，约 30 分钟内生效，旧卡同时失效。

            补卡不影响套餐和余额；欠费停机的号码需要先交清欠费。每个号码每月最多补卡 3 次。""");

    static Stream<PromptAttack> attacks() throws IOException {
        var json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return Files.readAllLines(Path.of("src/test/resources/evaluation/prompt-attacks.jsonl")).stream()
                .map(line -> {
                    try {
                        return json.readValue(line, PromptAttack.class);
                    } catch (IOException e) {
                        throw new AssertionError(line, e);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void shows_nothing_that_an_attack_made_the_model_write(PromptAttack attack) {
        assertThat(ObedientModel.of(attack, ARTICLE).leaked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void keeps_an_attack_inside_its_quotation(PromptAttack attack) {
        assertThat(ObedientModel.of(attack, ARTICLE).quoted()).isTrue();
    }

    @Test
    void has_attacks_in_both_languages_and_of_every_kind() throws IOException {
        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(attacks().map(PromptAttack::language)).contains("zh", "en");
        assertThat(attacks().map(PromptAttack::aim).distinct().count()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void tells_of_a_sentence_that_came_through() {
        var harmless = new PromptAttack("补卡", "zh", "override", "每个号码每月最多补卡 3 次哦。", List.of(), null);

        assertThat(ObedientModel.of(harmless, ARTICLE).leaked()).containsExactly("每个号码每月最多补卡 3 次哦。");
    }
}

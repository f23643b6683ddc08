package dev.yiwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetTokensTest {

    @Test
    void values_go_where_their_names_stand_whatever_they_hold() {
        var values = Map.of("热线", "400-000-1234", "price_5G", "$1 \\ 元");

        assertThat(SnippetTokens.filled("拨 {{热线}} 或 {{ 热线 }}，每月 {{price_5G}}", values))
                .isEqualTo("拨 400-000-1234 或 400-000-1234，每月 $1 \\ 元");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{operator}", "{ {热线} }", "{{}}", "{{两 个}}", "{{a}", "{{#each}}", "{{没有}}"})
    void what_is_no_token_or_has_no_value_stays_as_it_is_written(String text) {
        assertThat(SnippetTokens.filled(text, Map.of("热线", "1", "operator", "2")))
                .isEqualTo(text);
    }

    @Test
    void names_are_found_in_variants_too_and_a_question_has_none() {
        var draft = new ArticleDraft(
                "怎么打 {{问题里}}",
                List.of("{{问法里}}"),
                "打 {{热线}}，{{热线}}",
                Audience.CUSTOMER,
                "通用",
                null,
                null,
                List.of(),
                List.of(new AnswerVariant(AnswerChannel.SPOKEN, 0, "您打 {{口播热线}}")));

        assertThat(SnippetTokens.names(draft)).containsExactly("热线", "口播热线");
        assertThat(SnippetTokens.unknown(draft, Set.of("热线"))).containsExactly("口播热线");
        assertThat(SnippetTokens.named(draft.answer())).isEqualTo("打 热线，热线");
    }
}

package dev.yiwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerVariantTest {
    private static final List<AnswerVariant> VARIANTS = List.of(
            new AnswerVariant(AnswerChannel.ANY, 2, "二级会员"),
            new AnswerVariant(AnswerChannel.ANY, 5, "五级会员"),
            new AnswerVariant(AnswerChannel.SPOKEN, 0, "口播"),
            new AnswerVariant(AnswerChannel.SPOKEN, 3, "口播三级"),
            new AnswerVariant(AnswerChannel.WECHAT, 4, "微信四级"));

    @ParameterizedTest
    @CsvSource({
        "CHAT, 0, 基础",
        "CHAT, 1, 基础",
        "CHAT, 2, 二级会员",
        "CHAT, 4, 二级会员",
        "CHAT, 9, 五级会员",
        "SPOKEN, 0, 口播",
        "SPOKEN, 2, 口播",
        "SPOKEN, 5, 口播三级",
        "WECHAT, 0, 基础",
        "WECHAT, 3, 二级会员",
        "WECHAT, 9, 微信四级",
        "MINI_PROGRAM, 0, 基础"
    })
    void the_channel_comes_before_the_tier_and_of_tiers_the_highest_that_is_reached(
            AnswerChannel channel, int tier, String told) {
        var worded = article(VARIANTS).wordedFor(new Addressee(channel, tier));

        assertThat(worded.answer()).isEqualTo(told);
        assertThat(worded.variants()).isEmpty();
    }

    @Test
    void what_says_nothing_is_no_variant_and_the_order_is_none_of_theirs() {
        var one = draft(List.of(VARIANTS.get(2), VARIANTS.get(0), new AnswerVariant(AnswerChannel.CHAT, 0, " ")));
        var other = draft(List.of(VARIANTS.get(0), VARIANTS.get(2)));

        assertThat(one).isEqualTo(other);
        assertThat(one.hash()).isEqualTo(other.hash());
        assertThat(one.variants()).hasSize(2);
    }

    @Test
    void a_variant_is_part_of_what_is_approved_and_content_without_one_is_named_as_ever() {
        // As it was before there were variants: approvals and exported files name content by this.
        assertThat(HexFormat.of().formatHex(draft(List.of()).hash(), 0, 8)).isEqualTo("753b2892dfcff5c9");
        assertThat(draft(List.of(VARIANTS.get(0))).hash())
                .isNotEqualTo(draft(List.of()).hash())
                .isNotEqualTo(draft(List.of(VARIANTS.get(1))).hash());
    }

    @Test
    void two_for_the_same_and_one_for_everybody_are_refused() {
        assertThat(draft(List.of(VARIANTS.get(0), new AnswerVariant(AnswerChannel.ANY, 2, "又一份")))
                        .fault())
                .hasValueSatisfying(it -> assertThat(it).contains("two variants for any from tier 2"));
        assertThat(draft(List.of(new AnswerVariant(AnswerChannel.ANY, 0, "谁都一样")))
                        .fault())
                .hasValueSatisfying(it -> assertThat(it).contains("the answer itself"));
        assertThat(draft(List.of(new AnswerVariant(AnswerChannel.CHAT, 10, "太高")))
                        .fault())
                .isPresent();
        assertThat(draft(VARIANTS).fault()).isEmpty();
    }

    private static ArticleDraft draft(List<AnswerVariant> variants) {
        return new ArticleDraft("问", List.of(), "基础", Audience.CUSTOMER, "通用", null, null, List.of(), variants);
    }

    private static Article article(List<AnswerVariant> variants) {
        return draft(variants).asPublished(ArticleId.of(dev.yiwen.shared.Ids.next()), "t/a", 1, "lin");
    }
}

package dev.yiwen.knowledge.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.importing.source.ArticleField;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreeWayTest {
    private static final AnswerVariant SPOKEN = new AnswerVariant(AnswerChannel.SPOKEN, 0, "口播");
    private static final AnswerVariant WECHAT = new AnswerVariant(AnswerChannel.WECHAT, 0, "微信");
    private static final AnswerVariant OTHER = new AnswerVariant(AnswerChannel.SPOKEN, 0, "改过的口播");
    private static final AnswerVariant ANOTHER = new AnswerVariant(AnswerChannel.SPOKEN, 0, "另一种口播");

    @Test
    void variants_for_others_are_brought_together() {
        var merged = ThreeWay.merge(draft(SPOKEN), draft(SPOKEN, WECHAT), draft(OTHER));

        assertThat(merged.draft().variants()).containsExactly(OTHER, WECHAT);
        assertThat(merged.conflicts()).isEmpty();
    }

    @Test
    void one_that_the_file_lacks_is_gone_unless_it_was_changed_here() {
        assertThat(ThreeWay.merge(draft(SPOKEN, WECHAT), draft(WECHAT), draft(SPOKEN, WECHAT))
                        .draft()
                        .variants())
                .containsExactly(WECHAT);
        assertThat(ThreeWay.merge(draft(SPOKEN), draft(), draft(OTHER)).conflicts())
                .containsExactly(ArticleField.VARIANTS);
    }

    @Test
    void the_same_one_changed_on_both_sides_is_a_conflict_and_the_files() {
        var merged = ThreeWay.merge(draft(SPOKEN), draft(OTHER), draft(ANOTHER));

        assertThat(merged.draft().variants()).containsExactly(OTHER);
        assertThat(merged.conflicts()).containsExactly(ArticleField.VARIANTS);
    }

    @Test
    void a_file_that_does_not_speak_of_variants_leaves_them() {
        var said = EnumSet.complementOf(EnumSet.of(ArticleField.VARIANTS));

        assertThat(ThreeWay.over(draft(), said, draft(SPOKEN)).variants()).containsExactly(SPOKEN);
        assertThat(ThreeWay.differences(draft(SPOKEN), draft(OTHER))).containsExactly(ArticleField.VARIANTS);
    }

    private static ArticleDraft draft(AnswerVariant... variants) {
        return new ArticleDraft("问", List.of(), "答", Audience.CUSTOMER, "通用", null, null, List.of(), List.of(variants));
    }
}

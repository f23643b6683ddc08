package dev.yiwen.quality.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.quality.score.CriterionFinding.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuotedVerdictTest {
    private static final CriterionFinding ASKED = new CriterionFinding(
            new Criterion(
                    "blame",
                    "推卸",
                    "Blame",
                    Criterion.Dimension.COMPLIANCE,
                    5,
                    0,
                    Set.of(JudgedTalk.Side.AGENT),
                    Criterion.Medium.ANY,
                    true,
                    new Criterion.Question("有没有推卸责任？")),
            "bot",
            Outcome.NOT_JUDGED,
            List.of());
    private static final List<QuotedVerdict.Shown> OWN =
            List.of(new QuotedVerdict.Shown(2, "您好，请说"), new QuotedVerdict.Shown(4, "这是快递公司的问题，您找他们"));

    @Test
    void a_quote_that_stands_there_word_for_word_is_evidence() {
        var found = QuotedVerdict.of(ASKED, "好的：{\"broken\": true, \"quote\": \"快递公司的问题\"}", OWN);
        assertThat(found.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(found.seqs()).containsExactly(4L);
    }

    @Test
    void without_such_a_quote_nothing_is_judged() {
        for (var reply : List.of(
                "{\"broken\": true, \"quote\": \"是快递公司的责任\"}",
                "{\"broken\": true, \"quote\": \"\"}",
                "{\"broken\": true}",
                "{\"broken\": \"yes\", \"quote\": \"您好\"}",
                "是的",
                "}{",
                "")) {
            assertThat(QuotedVerdict.of(ASKED, reply, OWN).outcome()).as(reply).isEqualTo(Outcome.NOT_JUDGED);
        }
    }

    @Test
    void a_no_needs_no_quote() {
        assertThat(QuotedVerdict.of(ASKED, "{\"broken\": false, \"quote\": \"\"}", OWN)
                        .outcome())
                .isEqualTo(Outcome.KEPT);
    }
}

package dev.yiwen.quality.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.quality.score.CriterionFinding.Outcome;
import dev.yiwen.quality.score.JudgedTalk.Side;
import dev.yiwen.quality.score.JudgedTalk.Turn;
import dev.yiwen.triage.Estimate;
import dev.yiwen.triage.Spoken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class JudgeTest {
    private static final UUID LIN = new UUID(1, 1);
    private static final UUID WANG = new UUID(2, 2);

    private final Judge judge = new Judge(new PlainSense());
    private final List<Criterion> shipped = Criteria.shipped(new ObjectMapper());

    @Test
    void what_only_looks_like_a_forbidden_word_is_none() {
        assertThat(found("forbidden", agent(LIN, "您好，这是我妈的手机吗？"))).containsExactly("KEPT " + LIN + " []");
        assertThat(found("forbidden", agent(LIN, "如果您不清楚，可以看一下说明"))).containsExactly("KEPT " + LIN + " []");
        assertThat(found("forbidden", agent(LIN, "您好"), agent(LIN, "这个不归我管，你自己看吧")))
                .containsExactly("BROKEN " + LIN + " [2]");
    }

    @Test
    void who_says_it_is_blamed_and_nobody_else() {
        assertThat(found("forbidden", agent(LIN, "爱投诉你就投诉吧"), customer("啊？"), agent(WANG, "您好，我来帮您")))
                .containsExactly("BROKEN " + LIN + " [1]", "KEPT " + WANG + " []");
        assertThat(found("forbidden", bot("我不知道"))).containsExactly("BROKEN bot [1]");
    }

    @Test
    void a_promise_that_is_denied_is_none() {
        assertThat(found("promise", agent(LIN, "我不能保证今天到账"))).containsExactly("KEPT " + LIN + " []");
        assertThat(found("promise", agent(LIN, "我保证今天到账"))).containsExactly("BROKEN " + LIN + " [1]");
    }

    @Test
    void who_does_not_greet_is_shown_where_they_should_have() {
        assertThat(found("greeting", customer("在吗"), agent(LIN, "说"), agent(LIN, "什么事"), agent(LIN, "您好")))
                .containsExactly("BROKEN " + LIN + " [2, 3]");
    }

    @Test
    void after_anger_comes_empathy_within_two_turns_of_the_same_person() {
        assertThat(found("empathy", customer("气死我了"), agent(LIN, "好"), agent(LIN, "非常抱歉，我马上看")))
                .containsExactly("KEPT " + LIN + " [1, 3]");
        assertThat(found("empathy", customer("气死我了"), agent(LIN, "号码多少"), agent(LIN, "嗯"), agent(LIN, "抱歉")))
                .containsExactly("BROKEN " + LIN + " [1, 2, 3]");
        // Nobody had the chance to.
        assertThat(found("empathy", agent(LIN, "您好"), customer("气死我了"))).containsExactly("NOT_JUDGED " + LIN + " [2]");
        assertThat(found("empathy", customer("您好"), agent(LIN, "您好"))).isEmpty();
    }

    @Test
    void before_account_facts_identity_is_checked() {
        assertThat(found("identity", agent(LIN, "您的余额是 20 元"))).containsExactly("BROKEN " + LIN + " [1]");
        assertThat(found("identity", agent(LIN, "先跟您核对一下机主姓名"), agent(LIN, "您的余额是 20 元")))
                .containsExactly("KEPT " + LIN + " [1, 2]");
        assertThat(found("identity", agent(LIN, "您好"))).isEmpty();
    }

    @Test
    void who_wants_a_person_gets_one_after_one_word_of_the_bot_at_most() {
        assertThat(found("hand-off", customer("转人工"), notice("handoff"), agent(LIN, "您好")))
                .containsExactly("KEPT bot [1, 2]");
        assertThat(found("hand-off", customer("转人工"), bot("您想问什么"), customer("转人工"), bot("请说说看")))
                .containsExactly("BROKEN bot [1, 2, 3, 4]");
        assertThat(found("hand-off", agent(LIN, "您好"), customer("转人工"))).isEmpty();
    }

    @Test
    void the_same_phrase_three_times_is_stuck() {
        assertThat(found("stuck", agent(LIN, "请您耐心等待。"), agent(LIN, "请您耐心等待！"), agent(LIN, "请您耐心等待")))
                .containsExactly("BROKEN " + LIN + " [1, 2, 3]");
        assertThat(found("stuck", agent(LIN, "请您耐心等待"), agent(LIN, "请您耐心等待"))).containsExactly("KEPT " + LIN + " []");
    }

    @Test
    void nobody_answers_for_how_long_a_customer_waited_before_they_came() {
        var talk = List.of(
                turn(1, Side.CUSTOMER, null, "转人工", 0),
                turn(2, Side.SYSTEM, null, "handoff", 1),
                turn(3, Side.SYSTEM, null, "agent-joined", 900),
                turn(4, Side.AGENT, LIN, "您好", 910));
        assertThat(found("first-response", talk)).containsExactly("KEPT " + LIN + " [1, 4]");
        var slow = List.of(turn(1, Side.CUSTOMER, null, "在吗", 0), turn(2, Side.AGENT, LIN, "您好", 61));
        assertThat(found("first-response", slow)).containsExactly("BROKEN " + LIN + " [1, 2]");
    }

    @Test
    void a_rating_counts_more_than_what_words_let_think() {
        var turns = numbered(customer("好的谢谢"), agent(LIN, "再见"));
        assertThat(shown(findings("satisfaction", new JudgedTalk(turns, false, 1, 0))))
                .containsExactly("BROKEN all [1]");
        assertThat(shown(findings("satisfaction", new JudgedTalk(turns, false, null, 0))))
                .containsExactly("KEPT all []");
    }

    @Test
    void nothing_is_taken_off_without_a_message() {
        var criterion = shipped.getFirst();
        assertThat(new CriterionFinding(criterion, "bot", Outcome.BROKEN, List.of()).outcome())
                .isEqualTo(Outcome.NOT_JUDGED);
    }

    @Test
    void scores_are_of_each_who_served_and_say_how_much_was_judged() {
        var talk = new JudgedTalk(
                numbered(agent(LIN, "不归我管，你去投诉"), customer("啊"), agent(WANG, "您好，还有其他可以帮您的吗")), false, null, 0);
        var scores = TalkScore.of(judge.of(shipped, talk)).stream().collect(Collectors.toMap(TalkScore::who, it -> it));

        assertThat(scores.keySet()).containsExactlyInAnyOrder("all", LIN.toString(), WANG.toString());
        assertThat(scores.get(LIN.toString()).compliance()).isLessThan(80);
        assertThat(scores.get(LIN.toString()).attitude()).isLessThan(4);
        assertThat(scores.get(WANG.toString()).compliance()).isEqualTo(100);
        assertThat(scores.get(WANG.toString()).judged()).isBetween(0.5, 1.0);
        assertThat(TalkScore.of(List.of()).getFirst().compliance()).isNull();
    }

    @Test
    void words_with_a_gap_are_found_near_each_other_only() {
        var cue = new Criterion.Cue(Side.AGENT, null, List.of("保证…到账"), null);
        var match = new CueMatch(cue, new PlainSense(), false);
        assertThat(match.in(agent(LIN, "我保证明天之前到账"))).isTrue();
        assertThat(match.in(agent(LIN, "保证金是另一回事，它和您说的那笔退款什么时候到账无关"))).isFalse();
    }

    private List<String> found(String key, Turn... turns) {
        return found(key, numbered(turns));
    }

    private List<String> found(String key, List<Turn> turns) {
        return shown(findings(key, new JudgedTalk(turns, false, null, 0)));
    }

    private List<CriterionFinding> findings(String key, JudgedTalk talk) {
        return judge.of(shipped.stream().filter(it -> it.key().equals(key)).toList(), talk);
    }

    private static List<String> shown(List<CriterionFinding> findings) {
        return findings.stream()
                .map(it -> it.outcome() + " " + it.who() + " " + it.seqs())
                .toList();
    }

    private static List<Turn> numbered(Turn... turns) {
        var numbered = new ArrayList<Turn>();
        for (Turn it : turns) {
            numbered.add(turn(numbered.size() + 1, it.side(), it.staff(), it.text(), numbered.size()));
        }
        return numbered;
    }

    private static Turn turn(long seq, Side side, UUID staff, String text, int second) {
        return new Turn(seq, side, staff, text, Instant.EPOCH.plusSeconds(second), null);
    }

    private static Turn customer(String text) {
        return turn(1, Side.CUSTOMER, null, text, 0);
    }

    private static Turn agent(UUID who, String text) {
        return turn(1, Side.AGENT, who, text, 0);
    }

    private static Turn bot(String text) {
        return turn(1, Side.BOT, null, text, 0);
    }

    private static Turn notice(String code) {
        return turn(1, Side.SYSTEM, null, code, 0);
    }

    /** Words so plain that nothing but the rules is tried. */
    private static final class PlainSense implements TalkSense {
        @Override
        public double anger(String text) {
            return text.contains("气死") ? 1 : 0;
        }

        @Override
        public boolean complains(String text) {
            return text.contains("投诉");
        }

        @Override
        public boolean wantsHuman(String text) {
            return text.contains("转人工");
        }

        @Override
        public Estimate satisfaction(List<Spoken> talk) {
            return new Estimate(
                    0,
                    1,
                    Estimate.Mood.SATISFIED,
                    talk.stream().filter(Spoken::customer).map(it -> 0.0).toList());
        }

        @Override
        public double turnThreshold() {
            return 0.5;
        }
    }
}

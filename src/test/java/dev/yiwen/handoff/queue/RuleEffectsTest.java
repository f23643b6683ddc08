package dev.yiwen.handoff.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.plan.Plan.Rule;
import dev.yiwen.handoff.plan.Plan.Then;
import dev.yiwen.handoff.plan.Plan.When;
import dev.yiwen.handoff.plan.Situation;
import dev.yiwen.shared.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleEffectsTest {
    private static final Rule RULE = new Rule(
            "手机",
            true,
            new When(Set.of(), Set.of(), 0, List.of("手机"), null, Set.of(), Set.of(), Set.of()),
            new Then(null, null, 50));

    @Test
    void a_word_in_everybodys_mouth_is_warned_of_with_its_number() {
        assertThat(warnings(40, 3)).singleElement().asString().contains("手机", "40", "3");
    }

    @Test
    void a_rare_word_is_not_and_few_conversations_say_nothing() {
        assertThat(warnings(300, 3)).isEmpty();
        assertThat(warnings(10, 10)).isEmpty();
    }

    private static List<String> warnings(int of, int met) {
        var situations = IntStream.range(0, of)
                .mapToObj(it -> new Situation(
                        Code.WISH_FOR_HUMAN,
                        Channel.WEB,
                        0,
                        it < met ? "我的手机坏了" : "查话费",
                        List.of(),
                        Set.of(),
                        Set.of()))
                .toList();
        return RuleEffects.warnings(new Messages(), List.of(RULE), situations);
    }
}

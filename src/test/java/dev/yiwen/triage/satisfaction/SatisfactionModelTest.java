package dev.yiwen.triage.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.yiwen.triage.Estimate.Mood;
import dev.yiwen.triage.Spoken;
import dev.yiwen.triage.emotion.FitNote;
import dev.yiwen.triage.emotion.Words;
import dev.yiwen.triage.satisfaction.LabelledChat.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SatisfactionModelTest {
    private static final SatisfactionModel SHIPPED = SatisfactionModel.of(Optional.empty());

    @TempDir
    Path folder;

    @Test
    void finds_who_was_refused_and_gave_up_less_satisfied_than_who_was_helped() {
        var refused = SHIPPED.of(
                List.of(
                        new Spoken(true, "你们到底能不能处理"),
                        new Spoken(false, "抱歉，这个没有办法处理"),
                        new Spoken(true, "那算了，我不要了，以后不来了")),
                SatisfactionModelTest::words);
        var helped = SHIPPED.of(
                List.of(new Spoken(true, "请问怎么改地址"), new Spoken(false, "已经帮您改好了"), new Spoken(true, "好的，谢谢你")),
                SatisfactionModelTest::words);

        assertThat(refused.dissatisfied()).isGreaterThan(helped.dissatisfied());
        assertThat(refused.likely()).isEqualTo(Mood.DISSATISFIED);
        assertThat(helped.likely()).isEqualTo(Mood.SATISFIED);
        assertThat(helped.satisfied()).isGreaterThan(refused.satisfied());
        assertThat(refused.turns()).hasSize(2);
        assertThat(helped.turns().getLast()).isLessThan(helped.turns().getFirst());
    }

    @Test
    void does_not_blame_the_customer_for_what_the_agent_says() {
        var once = SHIPPED.of(List.of(new Spoken(true, "好的"), new Spoken(false, "您好")), SatisfactionModelTest::words);
        var rude = SHIPPED.of(
                List.of(new Spoken(true, "好的"), new Spoken(false, "你到底想怎么样，凭什么")), SatisfactionModelTest::words);

        assertThat(rude.turns()).isEqualTo(once.turns());
    }

    @Test
    void learns_what_makes_customers_dissatisfied_here() {
        var chats = new ArrayList<LabelledChat>();
        for (int i = 0; i < 60; i++) {
            boolean low = i % 3 == 0;
            var words = (low ? "红灯又亮了" : "绿灯亮着呢") + "一二三四五六七".charAt(i % 7);
            chats.add(new LabelledChat(
                    List.of(new Spoken(true, words), new Spoken(false, "嗯")),
                    List.of(low ? Verdict.DISSATISFIED : Verdict.OTHER),
                    low ? Mood.DISSATISFIED : Mood.SATISFIED));
        }

        var fitted =
                new SatisfactionFit(SatisfactionModelTest::words, new FitNote("made up", "this test")).of(chats, "");

        assertThat(mood(fitted, "红灯又亮了")).isEqualTo(Mood.DISSATISFIED);
        assertThat(mood(fitted, "绿灯亮着呢")).isEqualTo(Mood.SATISFIED);
    }

    @Test
    void a_model_made_for_other_signs_is_refused() throws IOException {
        var json = new ObjectMapper();
        var tree = (ObjectNode) json.readTree(json.writeValueAsString(SHIPPED));
        var file = Files.writeString(
                folder.resolve("model.json"), tree.put("version", 99).toString());

        assertThatThrownBy(() -> SatisfactionModel.of(Optional.of(file))).hasStackTraceContaining("fit it again");
    }

    @Test
    void ten_thousand_messages_and_none_are_estimated() {
        var many = new ArrayList<Spoken>();
        for (int i = 0; i < 10_000; i++) {
            many.add(new Spoken(i % 2 == 0, "为什么".repeat(50)));
        }

        assertThat(SHIPPED.of(many, SatisfactionModelTest::words).dissatisfied())
                .isBetween(0.0, 1.0);
        assertThat(SHIPPED.of(List.of(), SatisfactionModelTest::words).dissatisfied())
                .isBetween(0.0, 1.0);
    }

    private static Mood mood(SatisfactionModel model, String words) {
        return model.of(List.of(new Spoken(true, words), new Spoken(false, "嗯")), SatisfactionModelTest::words)
                .likely();
    }

    private static Words words(String text) {
        return new Words(text, 0);
    }
}

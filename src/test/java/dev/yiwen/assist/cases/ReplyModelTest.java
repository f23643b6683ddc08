package dev.yiwen.assist.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplyModelTest {
    /** What is asked and what is answered share no character, so that only what was learned can tell. */
    private static final List<List<String>> HABITS = List.of(
            List.of("灯塔红灯亮着", "请拔掉设备重启"),
            List.of("蓝色账本多扣钱", "已为您申请退费"),
            List.of("旧号码想搬家", "师傅明早上门"),
            List.of("听筒里全是杂音", "换根新线就好"));

    private static List<PastReply> past() {
        var past = new ArrayList<PastReply>();
        for (int i = 0; i < 40; i++) {
            for (var habit : HABITS) {
                past.add(new PastReply("第" + i + "次来,您好," + habit.getFirst(), habit.getLast()));
            }
        }
        return past;
    }

    private static final ReplyModel MODEL = ReplyModel.of(past());

    @Test
    void ranks_first_what_was_answered_in_such_a_situation() {
        var answers = HABITS.stream().map(List::getLast).toList();
        for (int habit = 0; habit < HABITS.size(); habit++) {
            var signals = MODEL.signals("怎么办," + HABITS.get(habit).getFirst(), answers);

            int best = IntStream.range(0, answers.size())
                    .boxed()
                    .max(Comparator.comparingDouble(i -> ReplyWeights.shipped().score(signals.get(i))))
                    .orElseThrow();

            assertThat(best).isEqualTo(habit);
        }
    }

    @Test
    void finds_the_situations_alike_the_likeliest_first() {
        var nearest = MODEL.nearest("您好,听筒里全是杂音", 5);

        assertThat(nearest)
                .hasSize(5)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(ReplyModel.Similar::alike).reversed())
                .allSatisfy(it -> assertThat(past().get(it.index()).response()).isEqualTo("换根新线就好"));
    }

    @Test
    void the_same_replies_give_the_same_model() {
        var again = ReplyModel.of(past());

        assertThat(again.signals("灯塔红灯亮着", List.of("换根新线就好")).getFirst())
                .isEqualTo(MODEL.signals("灯塔红灯亮着", List.of("换根新线就好")).getFirst());
    }

    @Test
    void says_nothing_of_a_situation_in_words_that_it_never_met() {
        assertThat(MODEL.nearest("zzz qqq", 1))
                .allSatisfy(it -> assertThat(it.alike()).isZero());
    }

    @Test
    void can_be_made_of_nothing_and_of_one() {
        assertThat(ReplyModel.of(List.of()).nearest("有人吗", 3)).isEmpty();
        assertThat(ReplyModel.of(List.of(new PastReply("有人吗", "在的"))).nearest("有人吗", 3))
                .hasSize(1);
    }

    @Test
    void turns_near_the_end_count_most() {
        var grams = CharacterGrams.ofContext("甲,乙,丙");

        assertThat(grams.get("丙")).isGreaterThan(grams.get("乙"));
        assertThat(grams.get("乙")).isGreaterThan(grams.get("甲"));
        assertThat(grams).doesNotContainKey("甲乙");
        assertThat(CharacterGrams.ofLastTurn("甲,乙,丙,, ")).containsOnlyKeys("丙");
    }

    @Test
    void what_was_taken_out_is_one_character_whatever_its_number() {
        assertThat(CharacterGrams.of("单号[ORDER_10005]")).isEqualTo(CharacterGrams.of("单号[ORDER_20071]"));
        assertThat(CharacterGrams.length("单号[手机号]")).isEqualTo(3);
    }
}

package dev.yiwen.assist.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.FaultGraph.Edge;
import dev.yiwen.knowledge.FaultGraph.Kind;
import dev.yiwen.knowledge.FaultGraph.Node;
import dev.yiwen.knowledge.FaultGraph.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NarrowingTest {
    private static final FaultFinding DARK = new FaultFinding("灯不亮", "灯不亮", 1L);

    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    @Test
    void the_question_that_parts_most_is_asked_first() {
        lamp(0, 0);

        // 声音 tells one of four from the others, 颜色 two from two.
        assertThat(narrowed(DARK).next().orElseThrow().question()).isEqualTo("颜色");
    }

    @Test
    void an_answer_rules_causes_out_and_what_is_known_is_not_asked_again() {
        lamp(0, 0);

        var red = narrowed(DARK, answer("颜色", "红"));

        assertThat(red.causes())
                .filteredOn(Narrowing.Likely::ruledOut)
                .extracting(it -> it.cause().title())
                .containsExactlyInAnyOrder("丙", "丁");
        assertThat(red.next().orElseThrow().question()).isEqualTo("声音");
        assertThat(narrowed(DARK, answer("颜色", "红"), answer("声音", "响"))
                        .conclusion()
                        .orElseThrow()
                        .cause()
                        .title())
                .isEqualTo("甲");
    }

    @Test
    void none_of_the_answers_speaks_against_whatever_lists_one() {
        lamp(0, 0);

        var quiet = narrowed(DARK, answer("颜色", "红"), new FaultFinding("声音", FaultFinding.NONE, 3L));

        assertThat(quiet.left().getFirst().cause().title()).isEqualTo("乙");
    }

    @Test
    void who_does_not_know_says_nothing_and_is_not_asked_again() {
        lamp(0, 0);

        var unknown = narrowed(DARK, new FaultFinding("颜色", null, 2L));

        assertThat(unknown.left())
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.probability()).isCloseTo(0.25, within(1e-9)));
        assertThat(unknown.next().orElseThrow().question()).isEqualTo("声音");
    }

    @Test
    void confirmed_cases_make_a_cause_more_probable() {
        lamp(30, 30);

        assertThat(narrowed(DARK).left().getFirst().cause().title()).isEqualTo("甲");
    }

    @Test
    void nothing_is_open_without_a_complaint() {
        lamp(0, 0);

        assertThat(narrowed().isOpen()).isFalse();
        assertThat(narrowed(answer("颜色", "红")).isOpen()).isFalse();
        assertThat(narrowed(new FaultFinding("没有的现象", "没有的现象", 1L)).isOpen()).isFalse();
    }

    /** Four causes of one complaint; 颜色 parts two from two, 声音 the first from the others. */
    private void lamp(int casesOfFirst, int ofThem) {
        node(Kind.SYMPTOM, "灯不亮", "", 0);
        for (var it : List.of("甲", "乙", "丙", "丁")) {
            node(Kind.CAUSE, it, "", it.equals("甲") ? casesOfFirst : 0);
            edges.add(new Edge(
                    new FaultGraph.Key(Kind.SYMPTOM, "灯不亮"),
                    new FaultGraph.Key(Kind.CAUSE, it),
                    Origin.FRONT_MATTER,
                    it.equals("甲") ? ofThem : 0));
        }
        check("声音", "响", "甲");
        check("颜色", "红", "甲", "乙");
        check("颜色", "绿", "丙", "丁");
    }

    private void check(String question, String answer, String... causes) {
        node(Kind.SYMPTOM, answer, question, 0);
        for (var it : causes) {
            edges.add(new Edge(
                    new FaultGraph.Key(Kind.SYMPTOM, FaultGraph.answer(question, answer)),
                    new FaultGraph.Key(Kind.CAUSE, it),
                    Origin.FRONT_MATTER,
                    0));
        }
    }

    private void node(Kind kind, String title, String question, int cases) {
        var name = question.isEmpty() ? title : FaultGraph.answer(question, title);
        nodes.add(new Node(new FaultGraph.Key(kind, name), title, question, List.of(title), null, cases));
    }

    private static FaultFinding answer(String question, @Nullable String answer) {
        return new FaultFinding(question, answer == null ? null : FaultGraph.answer(question, answer), 2L);
    }

    private Narrowing narrowed(FaultFinding... findings) {
        return new Narrowing(new CauseModel(new FaultGraph(nodes, edges)), List.of(findings));
    }
}

package dev.yiwen.knowledge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.FaultGraph.Kind;
import dev.yiwen.knowledge.FaultGraph.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The example knowledge as a graph, with what cases and editors add. */
class GraphDrawingTest {
    private static final FaultGraph.Key NO_NET = new FaultGraph.Key(Kind.SYMPTOM, "上不了网");
    private static final FaultGraph.Key FIBRE = new FaultGraph.Key(Kind.CAUSE, "光路中断");
    private static final FaultGraph.Key RED =
            new FaultGraph.Key(Kind.SYMPTOM, FaultGraph.answer("光猫哪个灯不正常？", "LOS 灯亮红灯"));

    @Test
    void front_matter_becomes_symptoms_causes_products_and_what_helps() {
        var graph = draw(List.of());

        assertThat(graph.from(NO_NET)).extracting(it -> it.to().name()).contains("光路中断", "路由器故障", "片区故障");
        assertThat(graph.node(RED).orElseThrow().wordings()).contains("光信号灯红");
        assertThat(graph.to(FIBRE, Kind.PRODUCT))
                .extracting(it -> it.from().name())
                .containsExactly("光猫");
        assertThat(graph.from(FIBRE))
                .extracting(it -> it.to())
                .containsExactly(
                        new FaultGraph.Key(Kind.ARTICLE, "broadband/los-red-light"),
                        new FaultGraph.Key(Kind.PROCEDURE, "procedures/broadband-fault"));
    }

    @Test
    void every_cause_of_the_examples_has_something_that_helps() {
        var graph = draw(List.of());

        assertThat(graph.of(Kind.CAUSE))
                .hasSizeGreaterThan(25)
                .allSatisfy(cause ->
                        assertThat(graph.from(cause.key())).as(cause.title()).isNotEmpty());
    }

    @Test
    void confirmed_cases_count_and_draw_what_nobody_wrote() {
        var graph = draw(List.of(
                new CaseCount("光路中断", null, 5),
                new CaseCount("光路中断", NO_NET.name(), 4),
                new CaseCount("光路中断", "电视看不了", 2),
                new CaseCount("谁也不知道的原因", null, 9)));

        assertThat(graph.node(FIBRE).orElseThrow().cases()).isEqualTo(5);
        assertThat(graph.to(FIBRE, Kind.SYMPTOM))
                .filteredOn(it -> it.cases() > 0)
                .extracting(it -> it.from().name() + " " + it.origin() + " " + it.cases())
                .containsExactlyInAnyOrder("上不了网 FRONT_MATTER 4", "电视看不了 CASE 2");
        assertThat(graph.node(new FaultGraph.Key(Kind.CAUSE, "谁也不知道的原因"))).isEmpty();
    }

    @Test
    void corrections_are_laid_over_what_articles_say() {
        var renamed = new FaultGraph.Key(Kind.CAUSE, "光纤断了");
        var added = new FaultGraph.Key(Kind.CAUSE, "蚂蚁咬断了线");
        var graph = draw(
                List.of(),
                correction(GraphCorrection.Kind.RENAME_NODE, FIBRE, null, "光纤断了"),
                correction(GraphCorrection.Kind.ADD_NODE, added, null, null),
                correction(GraphCorrection.Kind.ADD_EDGE, NO_NET, added, null),
                correction(GraphCorrection.Kind.REMOVE_EDGE, NO_NET, new FaultGraph.Key(Kind.CAUSE, "片区故障"), null),
                correction(GraphCorrection.Kind.REMOVE_NODE, new FaultGraph.Key(Kind.CAUSE, "路由器故障"), null, null),
                correction(GraphCorrection.Kind.REMOVE_NODE, new FaultGraph.Key(Kind.CAUSE, "从来没有过"), null, null));

        assertThat(graph.node(FIBRE)).isEmpty();
        assertThat(graph.to(renamed, Kind.SYMPTOM)).extracting(it -> it.from()).contains(NO_NET, RED);
        assertThat(graph.from(NO_NET))
                .extracting(it -> it.to().name())
                .contains("光纤断了", "蚂蚁咬断了线")
                .doesNotContain("片区故障", "路由器故障");
        assertThat(graph.to(added, Kind.SYMPTOM)).extracting(it -> it.origin()).containsExactly(Origin.EDITOR);
    }

    private static FaultGraph draw(List<CaseCount> cases, GraphCorrection... corrections) {
        return GraphDrawing.of(ExampleGraph.articles(), cases, List.of(corrections));
    }

    private static GraphCorrection correction(
            GraphCorrection.Kind kind, FaultGraph.Key node, FaultGraph.@Nullable Key to, @Nullable String newName) {
        return new GraphCorrection(1, kind, node, to, newName, null, "test", Instant.EPOCH);
    }
}

package dev.yiwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Procedure.Proof;
import dev.yiwen.knowledge.Procedure.Speaker;
import dev.yiwen.knowledge.Procedure.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcedureTest {
    private static final String TWO = """
            适用：客户来电报修。

            ## 流程
            1. 【识别】核对身份：「请问您是机主本人吗？」
               - 坐席说：请问您是机主本人吗；核对一下身份
               - 客户说：我就是机主
            2. 派单，
               并告诉客户单号
               完成标志：已经派单

            ## 注意
            1. 这一条不是步骤
            """;

    @Test
    void reads_steps_with_stage_words_and_what_proves_them() {
        var steps = Procedure.in(TWO).orElseThrow().steps();

        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).stage()).isEqualTo(Stage.IDENTIFY);
        assertThat(steps.get(0).text()).isEqualTo("核对身份：「请问您是机主本人吗？」");
        assertThat(steps.get(0).words()).isEqualTo("请问您是机主本人吗？");
        assertThat(steps.get(0).proofs())
                .containsExactly(
                        new Proof(Speaker.AGENT, "请问您是机主本人吗"),
                        new Proof(Speaker.AGENT, "核对一下身份"),
                        new Proof(Speaker.CUSTOMER, "我就是机主"));
        assertThat(steps.get(1))
                .isEqualTo(new Procedure.Step(null, "派单，\n并告诉客户单号", List.of(new Proof(Speaker.EITHER, "已经派单"))));
    }

    @Test
    void what_has_no_such_list_is_none() {
        assertThat(Procedure.in("1. 打开光猫\n2. 重启")).isEmpty();
        assertThat(Procedure.in("## 流程\n先问，再答。")).isEmpty();
        assertThat(Procedure.in("## 流程图\n1. 看图")).isEmpty();
    }

    /** What proves a step done must be there in each of them, or the card never moves. */
    @Test
    void every_example_procedure_is_read_with_four_stages_and_words_for_each_step() throws IOException {
        try (var files = Files.list(Path.of("knowledge/procedures"))) {
            for (var file : files.toList()) {
                var procedure = Procedure.in(Files.readString(file)).orElseThrow(() -> new AssertionError(file));

                assertThat(procedure.steps()).as("%s", file).hasSizeBetween(4, 8);
                assertThat(procedure.steps())
                        .as("%s", file)
                        .allMatch(it -> !it.proofs().isEmpty());
                assertThat(procedure.steps().stream().map(Procedure.Step::stage))
                        .as("%s", file)
                        .contains(Stage.IDENTIFY, Stage.CLASSIFY, Stage.SOLVE, Stage.CONFIRM)
                        .doesNotContainNull()
                        .isSorted();
            }
        }
    }
}

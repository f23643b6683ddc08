package dev.yiwen.knowledge.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.FaultCause;
import dev.yiwen.knowledge.FaultCause.Check;
import dev.yiwen.knowledge.importing.source.BrokenRow;
import dev.yiwen.knowledge.importing.source.ColumnChoice;
import dev.yiwen.knowledge.importing.source.FileBytes;
import dev.yiwen.knowledge.importing.source.ReadRow;
import dev.yiwen.knowledge.importing.source.SourceFiles;
import dev.yiwen.knowledge.importing.source.SourceRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Causes in front matter and JSON lines. */
class CausesRoundTripTest {
    private static final ArticleDraft DRAFT = new ArticleDraft(
            "灯不亮怎么办",
            List.of(),
            "请换灯泡。",
            Audience.CUSTOMER,
            "灯",
            null,
            null,
            List.of(),
            List.of(),
            List.of(
                    new FaultCause(
                            "灯泡坏了",
                            "灯泡",
                            List.of("灯不亮；黑的"),
                            List.of(new Check("换一个亮吗？", List.of("亮")), new Check("响吗：", List.of("响", "不响；没声音"))),
                            List.of("lamps/bulb")),
                    new FaultCause("停电", "", List.of("灯不亮"), List.of(), List.of())));

    @Test
    void markdown_keeps_them() {
        var text = Objects.requireNonNull(MarkdownFiles.files(List.of(new ExportedArticle("lamps/dark", 1, DRAFT)))
                .get("lamps/dark.md"));

        assertThat(text).contains("换一个亮吗？: ").doesNotContain("solutions: []");
        assertThat(((ReadRow) read("dark.md", text)).draft()).isEqualTo(DRAFT);
    }

    @Test
    void json_lines_keep_them() throws IOException {
        var out = new ByteArrayOutputStream();
        JsonLines.write(List.of(new ExportedArticle("lamps/dark", 1, DRAFT)), out);

        assertThat(((ReadRow) read("dark.jsonl", out.toString(StandardCharsets.UTF_8))).draft())
                .isEqualTo(DRAFT);
    }

    @Test
    void what_is_not_understood_is_a_fault_that_names_it() {
        for (var wrong : List.of(
                "causes: 停电",
                "causes: [{cause: 停电, symptom: [灯不亮]}]",
                "causes: [{cause: 停电}]",
                "causes: [{symptoms: [灯不亮]}]",
                "causes: [{cause: 停电, checks: [亮吗]}]",
                "causes: [{cause: 停电, checks: {亮吗: ''}}]")) {
            assertThat(read("dark.md", "---\nquestion: 灯不亮怎么办\n" + wrong + "\n---\n换灯泡"))
                    .as(wrong)
                    .isInstanceOf(BrokenRow.class);
        }
    }

    @Test
    void they_are_part_of_what_a_revision_is() {
        var without = new ArticleDraft(
                DRAFT.question(), List.of(), DRAFT.answer(), DRAFT.audience(), "灯", null, null, List.of(), List.of());

        assertThat(DRAFT.hash()).isNotEqualTo(without.hash());
    }

    private static SourceRow read(String name, String text) {
        return SourceFiles.read(List.of(new FileBytes(name, text.getBytes(StandardCharsets.UTF_8))), ColumnChoice.NONE)
                .rows()
                .getFirst();
    }
}

package dev.yiwen.knowledge.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.importing.source.BaseRevision;
import dev.yiwen.knowledge.importing.source.CellText;
import dev.yiwen.knowledge.importing.source.ColumnChoice;
import dev.yiwen.knowledge.importing.source.FileBytes;
import dev.yiwen.knowledge.importing.source.ReadRow;
import dev.yiwen.knowledge.importing.source.SourceFiles;
import dev.yiwen.knowledge.importing.source.SourceTexts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported and imported again is what it was, whatever people wrote. */
class RoundTripTest {
    private static final int BASES = 200;
    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "+86",
            "-5 度",
            "@某人",
            "'=已转义",
            "''-两个",
            "＝全角",
            "\t制表",
            "007",
            "13800138000",
            "5%",
            "2026-01-31",
            "TRUE",
            "N/A",
            "NULL",
            "无",
            "逗号,分号;竖线|顿号、",
            "\"引号\"",
            "[\"像数组\"]",
            "[方括号",
            "第一行\n第二行",
            "回车\r\n换行",
            "---",
            "--- \n---",
            "# 标题",
            "套餐 #1",
            "键: 值",
            "- 列表",
            "> 引用",
            "| 表 | 格 |",
            "```\n代码\n```",
            "😀👨‍👩‍👧",
            "繁體與简体",
            "\u0001\u0008控制\u001F",
            "_x0041_",
            "\u2028行分隔",
            "\u0085",
            "a\u00A0b",
            "&lt;b&gt; <b>",
            "{{模板}}",
            "null",
            "~",
            "yes",
            "\\n \\t \\",
            "问：像问题",
            "%YAML");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void two_hundred_random_bases_come_back_without_a_difference(ExportFormat format) throws IOException {
        var random = new Random(20_261_130);
        for (int i = 0; i < BASES; i++) {
            var articles = base(random, i);
            assertThat(read(format, articles)).as("base %d as %s", i, format).isEqualTo(texts(articles));
        }
    }

    @Test
    void a_folder_of_markdown_comes_back_as_well() throws IOException {
        var articles = base(new Random(1), 1);
        MarkdownFiles.folder(articles, folder);

        assertThat(texts(SourceFiles.read(folder, ColumnChoice.NONE).rows().stream()
                        .map(ReadRow.class::cast)
                        .toList()))
                .isEqualTo(texts(articles));
    }

    @Test
    void no_cell_of_a_workbook_is_a_formula_or_longer_than_excel_takes() throws IOException {
        var longest = "=\u0001长_x0041_".repeat(2_000) + "完";
        var articles = List.of(article("t/a", longest.substring(0, 20_000)));
        var out = new ByteArrayOutputStream();
        WorkbookRows.write(articles, out);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            book.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> {
                        assertThat(cell.getStringCellValue().length()).isLessThanOrEqualTo(32_767);
                        assertThat(cell.getStringCellValue()).doesNotMatch("(?s)^[=+\\-@\\t].*");
                    }));
        }
        assertThat(read(ExportFormat.XLSX, articles)).isEqualTo(texts(articles));
    }

    @Test
    void what_one_cell_has_no_room_for_goes_on_in_the_next() {
        var text = "啊".repeat(70_000);

        assertThat(CellText.parts(text)).hasSizeGreaterThan(2).allMatch(it -> it.length() <= 32_000);
        assertThat(String.join("", CellText.parts(text))).isEqualTo(text);
    }

    private static Map<String, Object> read(ExportFormat format, List<ExportedArticle> articles) throws IOException {
        var out = new ByteArrayOutputStream();
        switch (format) {
            case XLSX -> WorkbookRows.write(articles, out);
            case MARKDOWN -> MarkdownFiles.archive(articles, out);
            case JSONL -> JsonLines.write(articles, out);
        }
        var file = new FileBytes("知识." + format.extension(), out.toByteArray());
        var rows = SourceFiles.read(List.of(file), ColumnChoice.NONE).rows();
        assertThat(rows).allMatch(ReadRow.class::isInstance, "is read");
        return texts(rows.stream().map(ReadRow.class::cast).toList());
    }

    private static Map<String, Object> texts(List<? extends Object> all) {
        var texts = new HashMap<String, Object>();
        for (var one : all) {
            if (one instanceof ReadRow row) {
                texts.put(row.slug(), comparable(row.draft()));
                assertThat(BaseRevision.names(row.base(), row.draft())).isTrue();
            } else if (one instanceof ExportedArticle article) {
                texts.put(article.slug(), comparable(article.content()));
            }
        }
        return texts;
    }

    /** Line ends are no difference. */
    private static List<Object> comparable(ArticleDraft draft) {
        return List.of(
                SourceTexts.comparable(draft.question()),
                draft.phrasings().stream().map(SourceTexts::comparable).toList(),
                SourceTexts.comparable(draft.answer()),
                draft.audience(),
                draft.product(),
                String.valueOf(draft.validFrom()),
                String.valueOf(draft.validTo()),
                draft.tags().stream().map(SourceTexts::comparable).toList(),
                draft.variants().stream()
                        .map(it -> List.of(it.key(), SourceTexts.comparable(it.answer())))
                        .toList());
    }

    private static List<ExportedArticle> base(Random random, int number) {
        var articles = new ArrayList<ExportedArticle>();
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            var from = random.nextBoolean() ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)) : null;
            var draft = new ArticleDraft(
                    text(random, 3),
                    texts(random, 5),
                    random.nextInt(40) == 0 ? "长".repeat(19_000) + text(random, 3) : text(random, 12),
                    random.nextInt(4) == 0 ? Audience.AGENT : Audience.CUSTOMER,
                    random.nextBoolean() ? "通用" : "产品" + text(random, 1),
                    from,
                    from != null && random.nextBoolean() ? from.plusDays(30) : null,
                    texts(random, 3),
                    variants(random));
            if (draft.fault().isEmpty()) {
                articles.add(new ExportedArticle("题" + number + "/条-" + i, 3, draft));
            }
        }
        return articles;
    }

    private static List<AnswerVariant> variants(Random random) {
        var variants = new ArrayList<AnswerVariant>();
        for (var channel : AnswerChannel.values()) {
            int tier = random.nextInt(4);
            if (random.nextInt(3) == 0 && (channel != AnswerChannel.ANY || tier > 0)) {
                var words = random.nextInt(30) == 0 ? "长".repeat(19_000) : "";
                variants.add(new AnswerVariant(channel, tier, words + text(random, 6)));
            }
        }
        return variants;
    }

    private static ExportedArticle article(String slug, String answer) {
        return new ExportedArticle(
                slug, 3, new ArticleDraft("问", List.of(), answer, Audience.CUSTOMER, "通用", null, null, List.of()));
    }

    private static List<String> texts(Random random, int most) {
        var texts = new ArrayList<String>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            texts.add(text(random, 2));
        }
        return texts;
    }

    private static String text(Random random, int parts) {
        var text = new StringBuilder(random.nextInt(3) == 0 ? "" : "问");
        for (int i = 1 + random.nextInt(parts); i > 0; i--) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
            if (random.nextInt(3) == 0) {
                text.append("\n\n");
            }
        }
        return text.toString().strip().replaceAll("[\\u0000]", "");
    }
}

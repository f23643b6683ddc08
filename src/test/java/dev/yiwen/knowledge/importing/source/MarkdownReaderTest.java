package dev.yiwen.knowledge.importing.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.importing.RemarkWords;
import dev.yiwen.shared.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReaderTest {
    private static final String GOOD = """
            ---
            question: 怎么查流量？
            phrasings:
              - 查流量
              - "流量: 还剩多少"
            audience: agent
            product: 移动
            valid-from: 2026-01-01
            valid-to: 2026-12-31
            tags: [流量]
            ---
            打开 App 查看。
            """;

    @TempDir
    Path temporary;

    private Path folder = Path.of(".");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temporary.resolve("kb"));
    }

    @Test
    void a_heading_under_which_nothing_stands_does_not_vanish() {
        var read = SourceCase.of("guide.md", "# 手册\n## 退款\n7 天退回。\n## 发票\n# 附录\n");

        assertThat(read.questions()).containsExactly("手册 退款");
        assertThat(read.faults())
                .containsExactly(
                        "手册 › 发票:4 nothing stands under this heading: add it, or take the heading away",
                        "附录:5 nothing stands under this heading: add it, or take the heading away");
    }

    @Test
    void reads_every_field_of_a_markdown_file() throws IOException {
        write("data/query.md", GOOD);
        var item = article(folder);
        assertThat(item.slug()).isEqualTo("data/query");
        assertThat(item.draft())
                .isEqualTo(new ArticleDraft(
                        "怎么查流量？",
                        List.of("查流量", "流量: 还剩多少"),
                        "打开 App 查看。",
                        Audience.AGENT,
                        "移动",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        List.of("流量")));
    }

    @Test
    void gives_a_file_the_same_slug_alone_and_in_its_folder() throws IOException {
        var file = write("data/query.md", GOOD);
        assertThat(article(file).slug()).isEqualTo("data/query");
        assertThat(article(file.resolveSibling("")).slug()).isEqualTo("data/query");
    }

    @Test
    void reads_json_lines_and_names_them_by_their_question() throws IOException {
        var file = write("faq.jsonl", """
                {"question":"怎么查流量","answer":"打开 App"}

                {"question":"怎么交费","answer":"打开 App","validTo":"2026-12-31"}
                """);
        var items = articles(file);
        assertThat(items).extracting(it -> it.place().row()).containsExactly(1, 3);
        assertThat(items).allSatisfy(it -> assertThat(it.slug()).matches("faq/[0-9a-f]{12}"));
        assertThat(items.get(1).draft().validTo()).isEqualTo("2026-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "怎么查流量？, 怎么办理 #1 套餐, 2",
        "- 查流量, - 查流量 #剩余, 4",
        "product: 移动, product: 5G #1, 7",
        "[流量], '[流量, 查询] # 常用', 10"
    })
    void a_text_that_a_comment_would_cut_is_a_fault(String text, String cut, int line) throws IOException {
        write("a.md", GOOD.replace(text, cut));

        assertThat(faults())
                .containsExactly("a.md:" + line + ": the text ends at ' #', which begins a comment: quote it");
    }

    @Test
    void a_comment_behind_a_date_or_an_audience_and_a_quoted_number_sign_are_none() throws IOException {
        write(
                "a.md",
                GOOD.replace("agent", "agent # or customer")
                        .replace("01-01", "01-01 # first")
                        .replace("流量: 还", "流量 #还"));

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_document_of_a_kind_that_is_not_read_is_a_fault_alone_and_in_a_folder() throws IOException {
        var slides = write("faq.pptx", "PK");
        write("a.md", GOOD);

        assertThat(faults(slides)).singleElement().asString().contains("faq.pptx", "save it as XLSX");
        assertThat(faults()).singleElement().asString().contains("faq.pptx", "save it as XLSX");
    }

    @Test
    void names_the_line_of_bad_yaml() throws IOException {
        write("a.md", GOOD.replace("audience: agent", "audience: \"agent"));
        assertThat(faults()).singleElement().asString().startsWith("a.md:").contains("not valid YAML");
    }

    @Test
    void names_the_line_and_the_key_that_it_does_not_know() throws IOException {
        write("a.md", GOOD.replace("product:", "produkt:"));
        assertThat(faults()).containsExactly("a.md:7: unknown key 'produkt'");
    }

    @Test
    void names_the_line_of_a_bad_date() throws IOException {
        write("a.md", GOOD.replace("2026-12-31", "2026-13-31"));
        assertThat(faults()).containsExactly("a.md:9: valid-to must be a date such as 2026-01-31, not '2026-13-31'");
    }

    @Test
    void names_the_line_of_an_unknown_audience() throws IOException {
        write("a.md", GOOD.replace("audience: agent", "audience: all"));
        assertThat(faults()).containsExactly("a.md:6: audience in audience must be customer or agent, not 'all'");
    }

    @Test
    void refuses_an_article_without_a_question() throws IOException {
        write("a.md", GOOD.replace("question: 怎么查流量？\n", ""));
        assertThat(faults()).containsExactly("a.md:1: question is missing: write it, or delete the row");
    }

    @Test
    void refuses_an_article_without_an_answer() throws IOException {
        write("a.md", GOOD.replace("打开 App 查看。\n", ""));
        assertThat(faults()).containsExactly("a.md:11: answer is missing: write it, or delete the row");
    }

    @Test
    void refuses_a_validity_period_that_ends_before_it_begins() throws IOException {
        write("a.md", GOOD.replace("2026-12-31", "2025-12-31"));
        assertThat(faults()).singleElement().asString().contains("lies before validFrom");
    }

    @Test
    void refuses_a_file_whose_fields_never_end() throws IOException {
        write("a.md", "---\nquestion: 怎么查流量\n");
        assertThat(faults()).containsExactly("a.md:2: the fields are not closed by a line ---");
    }

    @Test
    void names_the_line_of_bad_json_and_keeps_the_others() throws IOException {
        write("faq.jsonl", """
                {"question":"怎么查流量","answer":"打开 App"}
                {"question":"怎么交费"
                {"question":"怎么开票","answer":"打开 App"}
                """);
        assertThat(faults()).singleElement().asString().startsWith("faq.jsonl:2: is not valid JSON");
        assertThat(articles(folder)).hasSize(2);
    }

    @Test
    void names_the_line_of_a_broken_byte_in_a_text() throws IOException {
        var text = GOOD.getBytes(StandardCharsets.UTF_8);
        text[GOOD.substring(0, GOOD.indexOf("查流量")).getBytes(StandardCharsets.UTF_8).length] = (byte) 0xFF;
        Files.write(folder.resolve("a.md"), text);

        assertThat(faults()).singleElement().asString().startsWith("a.md:2: ").contains("FF", "UTF-8");
    }

    @Test
    void says_which_files_it_ignores() throws IOException {
        write("data/query.md", GOOD);
        write("picture.png", "x");
        assertThat(SourceFiles.read(folder, ColumnChoice.NONE).notes())
                .singleElement()
                .satisfies(it -> assertThat(it.file()).isEqualTo("picture.png"));
    }

    @Test
    void says_that_a_path_does_not_exist() {
        assertThat(faults(folder.resolve("none"))).singleElement().asString().endsWith("no such file or folder");
    }

    @Test
    void a_text_without_fields_is_a_section_for_each_heading() throws IOException {
        write("手册.md", """
                # 宽带

                ## 报修
                拨打 10000。

                ```
                # 这不是标题
                ```

                ## 怎么移机？
                **带身份证**到营业厅。
                """);

        assertThat(articles(folder))
                .extracting(
                        ReadRow::question,
                        it -> it.place().sheet(),
                        it -> it.place().row())
                .containsExactly(tuple("宽带 报修", "宽带 › 报修", 3), tuple("怎么移机？", "宽带 › 怎么移机？", 10));
        assertThat(articles(folder).getFirst().draft().answer())
                .isEqualTo("拨打 10000。\n\n```\n# 这不是标题\n```\n\n*《手册.md》 宽带 › 报修*");
    }

    @Test
    void questions_and_answers_that_are_marked_as_such_are_sections() throws IOException {
        write("faq.txt", "问：怎么开票？\n答：在 App 里开。\n两天内寄出。\n\n问：怎么退款？\n答：原路退回。\n");

        assertThat(articles(folder)).extracting(ReadRow::question).containsExactly("怎么开票？", "怎么退款？");
        assertThat(articles(folder).getFirst().draft().answer()).startsWith("在 App 里开。\n两天内寄出。");
    }

    private static ReadRow article(Path path) {
        return articles(path).getFirst();
    }

    private static List<ReadRow> articles(Path path) {
        return SourceFiles.read(path, ColumnChoice.NONE).rows().stream()
                .filter(ReadRow.class::isInstance)
                .map(ReadRow.class::cast)
                .toList();
    }

    private List<String> faults() {
        return faults(folder);
    }

    private static List<String> faults(Path path) {
        var words = new RemarkWords(new Messages());
        return SourceFiles.read(path, ColumnChoice.NONE).rows().stream()
                .filter(BrokenRow.class::isInstance)
                .map(BrokenRow.class::cast)
                .map(it -> it.place().file()
                        + (it.place().row() > 0 ? ":" + it.place().row() : "") + ": "
                        + words.of(it.why(), Locale.ENGLISH))
                .toList();
    }

    private Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, content);
    }
}

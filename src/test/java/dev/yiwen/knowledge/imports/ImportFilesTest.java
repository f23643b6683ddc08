package dev.yiwen.knowledge.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFilesTest {
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
    void reads_every_field_of_a_markdown_file() throws IOException {
        write("data/query.md", GOOD);
        var item = ImportFiles.read(folder).items().getFirst();
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
        assertThat(ImportFiles.read(file).items().getFirst().slug()).isEqualTo("data/query");
        assertThat(ImportFiles.read(file.resolveSibling("")).items().getFirst().slug())
                .isEqualTo("data/query");
    }

    @Test
    void reads_json_lines_and_names_them_by_their_question() throws IOException {
        var file = write("faq.jsonl", """
                {"question":"怎么查流量","answer":"打开 App"}

                {"question":"怎么交费","answer":"打开 App","validTo":"2026-12-31"}
                """);
        var items = ImportFiles.read(file).items();
        assertThat(items).extracting(ImportItem::line).containsExactly(1, 3);
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

        assertThat(ImportFiles.read(folder).faults())
                .containsExactly(
                        new ImportFault("a.md", line, "the text ends at ' #', which begins a comment: quote it"));
    }

    @Test
    void a_comment_behind_a_date_or_an_audience_and_a_quoted_number_sign_are_none() throws IOException {
        write(
                "a.md",
                GOOD.replace("agent", "agent # or customer")
                        .replace("01-01", "01-01 # first")
                        .replace("流量: 还", "流量 #还"));

        assertThat(ImportFiles.read(folder).faults()).isEmpty();
    }

    @Test
    void a_document_of_a_kind_that_is_not_read_is_a_fault_alone_and_in_a_folder() throws IOException {
        var sheet = write("faq.csv", "question,answer");
        write("a.md", GOOD);

        assertThat(ImportFiles.read(sheet).faults())
                .containsExactly(new ImportFault(
                        sheet.toString(), 0, "is of a kind that is not read: write Markdown or JSON lines"));
        assertThat(ImportFiles.read(folder).faults())
                .singleElement()
                .asString()
                .contains("faq.csv", "write Markdown or JSON lines");
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
        assertThat(faults()).containsExactly("a.md:6: audience must be customer or agent, not 'all'");
    }

    @Test
    void refuses_an_article_without_a_question() throws IOException {
        write("a.md", GOOD.replace("question: 怎么查流量？\n", ""));
        assertThat(faults()).containsExactly("a.md:1: question is missing");
    }

    @Test
    void refuses_an_article_without_an_answer() throws IOException {
        write("a.md", GOOD.replace("打开 App 查看。\n", ""));
        assertThat(faults()).containsExactly("a.md:11: answer is missing");
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
    void names_both_places_of_a_question_that_stands_there_twice() throws IOException {
        write("a.md", GOOD);
        write("b.md", GOOD);
        assertThat(faults()).containsExactly("b.md:2: asks the same question as a.md:2");
    }

    @Test
    void names_the_line_of_bad_json_and_keeps_the_others() throws IOException {
        write("faq.jsonl", """
                {"question":"怎么查流量","answer":"打开 App"}
                {"question":"怎么交费"
                {"question":"怎么开票","answer":"打开 App"}
                """);
        assertThat(faults()).singleElement().asString().startsWith("faq.jsonl:2: is not valid JSON");
        assertThat(ImportFiles.read(folder).items()).hasSize(2);
    }

    @Test
    void refuses_text_that_is_not_utf8() throws IOException {
        Files.write(folder.resolve("a.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xB2, (byte) 0xE9});
        assertThat(faults()).containsExactly("a.md: is not UTF-8 text");
    }

    @Test
    void says_which_files_it_ignores() throws IOException {
        write("data/query.md", GOOD);
        write("picture.png", "x");
        assertThat(ImportFiles.read(folder).ignored()).containsExactly("picture.png");
    }

    @Test
    void says_that_a_path_does_not_exist() {
        assertThat(ImportFiles.read(folder.resolve("none")).faults())
                .singleElement()
                .asString()
                .endsWith("no such file or folder");
    }

    private List<String> faults() {
        return ImportFiles.read(folder).faults().stream().map(Object::toString).toList();
    }

    private Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, content);
    }
}

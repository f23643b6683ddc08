package dev.yiwen.knowledge.importing.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class WordReaderTest {
    private static final String NAMESPACE =
            " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:pic=\"p\" xmlns:v=\"v\" xmlns:r=\"r\"";
    private static final String STYLES = "<w:styles" + NAMESPACE + ">"
            + "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:styleId=\"2\"><w:name w:val=\"heading 2\"/></w:style></w:styles>";
    private static final String NUMBERING = "<w:numbering" + NAMESPACE + ">"
            + list(1, "decimal", "第%1条") + list(2, "chineseCountingThousand", "第%1章")
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>";

    @Test
    void automatic_numbers_of_headings_and_paragraphs_do_not_vanish() {
        var read = read(heading("1", "总则")
                + numbered("退款须在七天内申请。")
                + numbered("运费不退。")
                + heading("1", "附则")
                + numbered("自公布之日起施行。"));

        assertThat(read.questions()).containsExactly("第一章 总则", "第二章 附则");
        assertThat(read.answers().getFirst()).startsWith("第1条 退款须在七天内申请。\n\n第2条 运费不退。");
        assertThat(read.answers().getLast()).startsWith("第3条 自公布之日起施行。");
    }

    @Test
    void headings_are_sections_that_say_where_they_stand() {
        var read =
                read(text("前言在标题之前。") + heading("2", "报修") + text("拨打 10000。") + heading("2", "移机要多少钱？") + text("免费。"));

        assertThat(read.articles())
                .extracting(ReadRow::question, it -> it.draft().answer())
                .containsExactly(
                        tuple("手册", "前言在标题之前。\n\n*《手册.docx》*"),
                        tuple("报修", "拨打 10000。\n\n*《手册.docx》 报修*"),
                        tuple("移机要多少钱？", "免费。\n\n*《手册.docx》 移机要多少钱？*"));
    }

    @Test
    void merged_and_empty_cells_keep_every_value_in_its_column() {
        var read = read(heading("2", "登记") + "<w:tbl>"
                + "<w:tr>" + cell("姓名", "") + cell("", "") + cell("年龄", "") + cell("", "") + "</w:tr>"
                + "<w:tr>" + cell("套餐", "<w:vMerge w:val=\"restart\"/>") + cell("480 元", "<w:gridSpan w:val=\"2\"/>")
                + cell("甲", "") + "</w:tr>"
                + "<w:tr>" + cell("", "<w:vMerge/>") + cell("600 元", "") + cell("", "") + cell("乙", "")
                + "</w:tr></w:tbl>");

        assertThat(read.answers().getFirst()).startsWith("""
                | 姓名 | | 年龄 | |
                | --- | --- | --- | --- |
                | 套餐 | 480 元 | | 甲 |
                | 套餐 | 600 元 | | 乙 |""");
    }

    @Test
    void two_tables_with_one_heading_between_are_two() {
        var table = "<w:tbl><w:tr>" + cell("月费", "") + "</w:tr><w:tr>" + cell("%s", "") + "</w:tr></w:tbl>";
        var read = read(heading("2", "套餐甲") + table.formatted("59 元") + heading("2", "套餐乙") + table.formatted("99 元"));

        assertThat(read.questions()).containsExactly("套餐甲", "套餐乙");
        assertThat(read.answers().getFirst()).contains("59 元").doesNotContain("99 元");
    }

    @Test
    void a_table_of_questions_and_answers_is_an_article_a_row() {
        var read = read("<w:tbl><w:tr>" + cell("问题", "") + cell("答案", "") + "</w:tr><w:tr>" + cell("怎么退款", "")
                + cell("原路退回", "") + "</w:tr></w:tbl>");

        assertThat(read.articles())
                .extracting(
                        ReadRow::question,
                        it -> it.draft().answer(),
                        it -> it.place().sheet(),
                        it -> it.place().row())
                .containsExactly(tuple("怎么退款", "原路退回", "[1]", 2));
    }

    @Test
    void pictures_are_named_as_left_out_however_they_are_drawn() {
        var read = read(
                heading("2", "扫码")
                        + "<w:p><w:r><w:t>如图</w:t><w:drawing><pic:pic/></w:drawing><w:pict><v:imagedata/></w:pict></w:r></w:p>");

        assertThat(SourceCase.words(read.article()))
                .containsExactly("up to here 2 pictures are not imported: put them in by hand");
    }

    @Test
    void deleted_text_stays_deleted_and_inserted_text_is_there() {
        var read = read("<w:p><w:r><w:t>七</w:t></w:r><w:del><w:r><w:delText>十</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>天</w:t></w:r></w:ins></w:p>");

        assertThat(read.answers().getFirst()).startsWith("七天");
    }

    @Test
    void a_document_without_text_is_a_fault() {
        assertThat(read("").faults()).containsExactly(":0 holds nothing");
    }

    private static String list(int id, String form, String text) {
        return "<w:abstractNum w:abstractNumId=\"%d\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl></w:abstractNum>"
                .formatted(id, form, text);
    }

    private static String heading(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String numbered(String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + text
                + "</w:t></w:r></w:p>";
    }

    private static String text(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String cell(String text, String properties) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + text(text) + "</w:tc>";
    }

    private static SourceCase read(String body) {
        var parts = Map.of(
                "word/document.xml",
                "<w:document" + NAMESPACE + "><w:body>" + body + "</w:body></w:document>",
                "word/styles.xml",
                STYLES,
                "word/numbering.xml",
                NUMBERING);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return SourceCase.of("手册.docx", bytes.toByteArray());
    }
}

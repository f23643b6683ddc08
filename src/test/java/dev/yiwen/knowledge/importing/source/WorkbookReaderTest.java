package dev.yiwen.knowledge.importing.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class WorkbookReaderTest {

    @Test
    void a_cell_merged_over_rows_stands_in_each_of_them() {
        var read = read(book -> {
            var sheet = sheet(book, "套餐", "分类", "问题", "答案");
            row(sheet, 1, "资费", "月费多少", "59 元");
            row(sheet, 2, "", "有合约吗", "没有");
            row(sheet, 3, "", "怎么退订", "发短信");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A4"));
        });

        assertThat(read.articles()).hasSize(3).allMatch(it -> it.slug().startsWith("资费/"));
    }

    @Test
    void two_rows_of_headers_are_one_header() {
        var read = read(book -> {
            var sheet = sheet(book, "套餐", "客服知识库 2026 版");
            row(sheet, 1, "分类", "内容", "", "有效期", "");
            row(sheet, 2, "", "问题", "答案", "开始", "结束");
            row(sheet, 3, "资费", "月费多少", "59 元", "2026-01-31", "长期");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:E1"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("B2:C2"));
        });

        assertThat(read.questions()).containsExactly("月费多少");
        assertThat(read.article().draft().validFrom()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(read.article().slug()).startsWith("资费/");
        assertThat(read.article().place().row()).isEqualTo(4);
    }

    @Test
    void formatted_empty_cells_are_nothing() {
        var read = read(book -> {
            var sheet = sheet(book, "表", "问题", "答案");
            CellStyle style = book.createCellStyle();
            style.setFillForegroundColor((short) 5);
            for (int i = 1; i <= 3; i++) {
                row(sheet, i, "问题" + i, "答案" + i);
            }
            sheet.getRow(1).createCell(16_383).setCellStyle(style);
            for (int i = 4; i < 2_004; i++) {
                var row = sheet.createRow(i);
                for (int c = 0; c < 5; c++) {
                    row.createCell(c).setCellStyle(style);
                }
            }
        });

        assertThat(read.source().rows()).hasSize(3);
    }

    @Test
    void each_sheet_has_its_own_header_and_a_hidden_one_says_so() {
        var read = read(book -> {
            row(sheet(book, "甲", "问题", "答案"), 1, "问甲", "答甲");
            row(sheet(book, "乙", "回复", "标签", "标准问"), 1, "答乙", "标签乙", "问乙");
            book.createSheet("空");
            row(sheet(book, "丙", "q", "a"), 1, "问丙", "答丙");
            row(sheet(book, "选项", "是", "否"), 1, "1", "2");
            book.setSheetVisibility(3, SheetVisibility.HIDDEN);
            book.setSheetVisibility(4, SheetVisibility.VERY_HIDDEN);
        });

        assertThat(read.articles())
                .extracting(
                        it -> it.place().sheet(),
                        ReadRow::question,
                        it -> it.draft().answer())
                .containsExactly(tuple("甲", "问甲", "答甲"), tuple("乙", "问乙", "答乙"), tuple("丙", "问丙", "答丙"));
        assertThat(SourceCase.words(read.articles().getLast())).containsExactly("from a hidden sheet");
        assertThat(read.notes()).anyMatch(it -> it.contains("“空” is empty")).anyMatch(it -> it.contains("“选项”"));
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void numbers_dates_and_formulas_are_what_people_see() {
        var read = read(book -> {
            var sheet = sheet(book, "表", "问题", "答案");
            var formula = row(sheet, 1, "公式", "").createCell(1);
            formula.setCellFormula("\"每月\"&10&\"元\"");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
            row(sheet, 2, "百分比", "").createCell(1).setCellValue(0.05);
            style(sheet, 2, "0%");
            row(sheet, 3, "半成", "").createCell(1).setCellValue(0.075);
            style(sheet, 3, "0.0%");
            row(sheet, 4, "日期", "").createCell(1).setCellValue(LocalDate.of(2026, 1, 31));
            style(sheet, 4, "yyyy-mm-dd");
            row(sheet, 5, "短日期", "").createCell(1).setCellValue(LocalDate.of(2026, 1, 31));
            style(sheet, 5, "m/d/yy");
            row(sheet, 6, "电话", "").createCell(1).setCellValue(13800138000d);
            row(sheet, 7, "编号", "007");
            row(sheet, 8, "整数", "").createCell(1).setCellValue(7);
            style(sheet, 8, "000");
        });

        assertThat(read.answers())
                .containsExactly("每月10元", "5%", "7.5%", "2026-01-31", "2026/1/31", "13800138000", "007", "007");
    }

    @Test
    void a_cell_that_shows_an_error_is_a_fault_of_its_row() {
        var read = read(book -> {
            var sheet = sheet(book, "表", "问题", "答案");
            var formula = row(sheet, 1, "除以零", "").createCell(1);
            formula.setCellFormula("1/0");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
            row(sheet, 2, "好的", "好的答案");
        });

        assertThat(read.faults()).containsExactly("表:2 column B shows #DIV/0!: mend the formula");
        assertThat(read.questions()).containsExactly("好的");
    }

    @Test
    void an_answer_merged_over_wordings_makes_one_article() {
        var read = read(book -> {
            var sheet = sheet(book, "表", "标准问", "相似问", "答案");
            row(sheet, 1, "怎么退款", "退钱", "原路退回");
            row(sheet, 2, "", "钱什么时候退", "");
            row(sheet, 3, "怎么开票", "开票", "在 App 里开");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("C2:C3"));
        });

        assertThat(read.questions()).containsExactly("怎么退款", "怎么开票");
        assertThat(read.article().draft().phrasings()).containsExactly("退钱", "钱什么时候退");
    }

    @Test
    void pictures_in_cells_are_named_as_left_out() {
        var read = read(book -> {
            var sheet = sheet(book, "表", "问题", "答案", "图");
            row(sheet, 1, "怎么扫码", "看图", "=DISPIMG(\"ID_1\",1)");
        });

        assertThat(read.questions()).containsExactly("怎么扫码");
        assertThat(read.notes()).anyMatch(it -> it.startsWith("1 pictures in cells"));
    }

    private static SourceCase read(Consumer<XSSFWorkbook> content) {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(out);
            return SourceCase.of("知识.xlsx", out.toByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static XSSFSheet sheet(XSSFWorkbook book, String name, String... headers) {
        var sheet = book.createSheet(name);
        row(sheet, 0, headers);
        return sheet;
    }

    private static org.apache.poi.xssf.usermodel.XSSFRow row(XSSFSheet sheet, int at, String... cells) {
        var row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.createCell(i).setCellValue(cells[i]);
            }
        }
        return row;
    }

    private static void style(XSSFSheet sheet, int row, String format) {
        var book = sheet.getWorkbook();
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        sheet.getRow(row).getCell(1).setCellStyle(style);
    }
}

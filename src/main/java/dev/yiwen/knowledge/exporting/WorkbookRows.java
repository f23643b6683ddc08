package dev.yiwen.knowledge.exporting;

import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.importing.source.CellText;
import dev.yiwen.knowledge.importing.source.VariantHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook with a row an article; what one cell has no room for goes on in a further column. */
final class WorkbookRows {
    private static final List<Integer> WIDTHS = List.of(24, 36, 36, 80, 10, 12, 12, 12, 20, 22);
    private static final int IN_MEMORY = 100;

    private WorkbookRows() {}

    static void write(List<ExportedArticle> articles, OutputStream out) throws IOException {
        int phrasings = 1;
        int answers = 1;
        for (var article : articles) {
            phrasings = Math.max(
                    phrasings, CellText.lists(article.content().phrasings()).size());
            answers =
                    Math.max(answers, CellText.parts(article.content().answer()).size());
        }
        var variants = variants(articles);
        try (var book = new SXSSFWorkbook(IN_MEMORY)) {
            var sheet = book.createSheet("知识");
            sheet.createFreezePane(0, 1);
            for (int i = 0; i < WIDTHS.size(); i++) {
                sheet.setColumnWidth(i, WIDTHS.get(i) * 256);
            }
            var style = book.createCellStyle();
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            // Text, so that nothing that somebody types becomes a number or a formula.
            style.setDataFormat(book.createDataFormat().getFormat("@"));
            var rows = new ArrayList<List<String>>();
            rows.add(head(phrasings, answers, variants));
            for (var article : articles) {
                rows.add(row(article, phrasings, answers, variants));
            }
            for (int i = 0; i < rows.size(); i++) {
                var row = sheet.createRow(i);
                for (int c = 0; c < rows.get(i).size(); c++) {
                    var cell = row.createCell(c);
                    cell.setCellValue(rows.get(i).get(c));
                    cell.setCellStyle(style);
                }
            }
            book.write(out);
        }
    }

    /** Whom any article has a variant for, and in how many cells the longest of them stands. */
    private static Map<AnswerVariant.Key, Integer> variants(List<ExportedArticle> articles) {
        var widths = new TreeMap<AnswerVariant.Key, Integer>(
                Comparator.comparing(AnswerVariant.Key::channel).thenComparing(AnswerVariant.Key::minTier));
        for (var article : articles) {
            article.content()
                    .variants()
                    .forEach(it ->
                            widths.merge(it.key(), CellText.parts(it.answer()).size(), Math::max));
        }
        return widths;
    }

    private static List<String> head(int phrasings, int answers, Map<AnswerVariant.Key, Integer> variants) {
        var head = new ArrayList<>(List.of("id", "问题"));
        for (int i = 1; i <= phrasings; i++) {
            head.add(i == 1 ? "相似问" : "相似问" + i);
        }
        for (int i = 1; i <= answers; i++) {
            head.add(i == 1 ? "答案" : "答案（续" + i + "）");
        }
        variants.forEach((key, width) -> {
            for (int i = 1; i <= width; i++) {
                head.add(VariantHeader.of(key) + (i == 1 ? "" : "（续" + i + "）"));
            }
        });
        head.addAll(List.of("受众", "产品", "生效日期", "失效日期", "标签", "基准版本"));
        return head;
    }

    private static List<String> row(
            ExportedArticle article, int phrasings, int answers, Map<AnswerVariant.Key, Integer> variants) {
        var content = article.content();
        var row = new ArrayList<String>();
        row.add(CellText.written(article.slug()));
        row.add(CellText.written(content.question()));
        row.addAll(filled(CellText.lists(content.phrasings()), phrasings));
        row.addAll(filled(CellText.parts(content.answer()), answers));
        variants.forEach((key, width) -> row.addAll(filled(
                content.variants().stream()
                        .filter(it -> it.key().equals(key))
                        .findFirst()
                        .map(it -> CellText.parts(it.answer()))
                        .orElse(List.of()),
                width)));
        row.add(content.audience() == Audience.AGENT ? "坐席" : "客户");
        row.add(CellText.written(content.product()));
        row.add(content.validFrom() == null ? "" : content.validFrom().toString());
        row.add(content.validTo() == null ? "" : content.validTo().toString());
        row.add(CellText.written(CellText.joined(content.tags())));
        row.add(article.base());
        return row;
    }

    private static List<String> filled(List<String> cells, int width) {
        var filled = new ArrayList<>(cells);
        while (filled.size() < width) {
            filled.add("");
        }
        return filled;
    }
}

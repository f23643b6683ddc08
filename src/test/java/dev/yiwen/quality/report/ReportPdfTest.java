package dev.yiwen.quality.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.quality.metric.PeriodFigure;
import dev.yiwen.quality.metric.ServiceIndex;
import dev.yiwen.quality.metric.Value;
import dev.yiwen.quality.metric.Weights;
import dev.yiwen.quality.score.CriterionShare;
import dev.yiwen.shared.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What stands in the PDF is what was kept. */
class ReportPdfTest {
    private static final ReportPdf PDF = new ReportPdf();
    private static final PaperWriter WRITER = new PaperWriter(new Messages());

    @Test
    void every_figure_of_the_page_stands_in_the_pdf() throws IOException {
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var paper = WRITER.write(month(), language);
            var bytes = PDF.of(paper, "https://help.example.com");
            Files.createDirectories(Path.of("target/screenshots"));
            Files.write(Path.of("target/screenshots/report-" + paper.language() + ".pdf"), bytes);

            var text = squeezed(text(bytes));
            assertThat(text).contains(squeezed(paper.title()), squeezed(paper.days()));
            for (var section : paper.sections()) {
                assertThat(text).contains(squeezed(section.title()));
                assertThat(section.texts()).allSatisfy(it -> assertThat(text).contains(squeezed(it)));
                section.tables().stream()
                        .flatMap(it -> it.rows().stream())
                        .filter(it -> it.size() > 4)
                        .forEach(row -> assertThat(text)
                                .contains(squeezed(String.join(
                                        "",
                                        row.stream()
                                                .skip(1)
                                                .map(it -> it.text())
                                                .toList()))));
            }
        }
    }

    @Test
    void the_index_of_service_stands_beside_that_of_before_with_its_sides() throws IOException {
        var paper = WRITER.write(month(), Locale.CHINESE);

        assertThat(text(PDF.of(paper, "")))
                .containsSubsequence(
                        "服务指数", "77.6", "80.1", "效率", "66.2%", "71%", "30%", "态度", "–", "25%", "87.8%", "45%");
    }

    @Test
    void measures_stand_with_the_share_before_and_after_them() throws IOException {
        assertThat(text(PDF.of(WRITER.write(month(), Locale.CHINESE), "")))
                .containsSubsequence(
                        "措施和效果", "投诉的占比 · 账单 · 广东省", "系统缺陷", "30%（900 个）", "10%（1,100 个）", "有用", "退订太难", "流程漏洞", "说不准");
    }

    @Test
    void all_fonts_are_embedded_and_no_sign_is_missing() throws IOException {
        var paper = WRITER.write(month(), Locale.CHINESE);

        try (var document = Loader.loadPDF(PDF.of(paper, ""))) {
            var fonts = new ArrayList<String>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName());
                }
            }
            assertThat(new TreeSet<>(fonts)).hasSize(1).first().asString().contains("NotoSansSC");
        }
        assertThat(PDF.printable("口径 ≥ 85% – 〓 “满意度”")).isEqualTo("口径 ≥ 85% – 〓 “满意度”");
        assertThat(PDF.printable("𠮷\u0007😀")).isEqualTo("〓〓");
        for (var language : List.of("quality", "quality_en")) {
            var texts = Files.readString(Path.of("src/main/resources/messages/" + language + ".properties"));
            assertThat(PDF.printable(texts)).doesNotContain("〓");
        }
    }

    @Test
    void numbers_lead_to_the_conversations_behind_them() throws IOException {
        var links = new ArrayList<String>();
        try (var document = Loader.loadPDF(PDF.of(WRITER.write(month(), Locale.CHINESE), "https://help.example.com"))) {
            for (var page : document.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
                        links.add(uri.getURI());
                    }
                }
            }
        }

        assertThat(links)
                .contains(
                        "https://help.example.com/cockpit?metric=SATISFACTION&by=DAY&from=2026-11-01&to=2026-11-30",
                        "https://help.example.com/cockpit?metric=CONTACTS&by=TOPIC&from=2026-11-01&to=2026-11-30&part=billing");
    }

    @Test
    void what_customers_and_staff_write_is_no_markup() throws IOException {
        var paper = new PaperView(
                "zh",
                "<b>&amp;",
                "",
                List.of(),
                List.of(new PaperView.Section(
                        "</style><img src='file:///etc/passwd'/>", List.of("{paper.title}"), List.of(), List.of())));

        assertThat(text(PDF.of(paper, "")))
                .contains("<b>&amp;", "</style><img src='file:///etc/passwd'/>", "{paper.title}");
    }

    private static String text(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    // That a nested type may be null is not seen across compilations.
    @SuppressWarnings("NullAway")
    static ReportContent month() {
        var words = Map.of(
                "zh", new PeriodFigure.Words("满意度", "评 4–5 分 ÷ 评过分的会话。", "没有评分的。"),
                "en", new PeriodFigure.Words("Satisfaction", "Rated 4 or 5 / rated.", "Those not rated."));
        var contacts = Map.of(
                "zh", new PeriodFigure.Words("会话数", "客户说过话的会话。", "没说话的。"),
                "en", new PeriodFigure.Words("Contacts", "Conversations with words of the customer.", "Others."));
        return new ReportContent(
                "2026-11",
                "Asia/Shanghai",
                Instant.parse("2026-12-01T01:00:00Z"),
                List.of(
                        new PeriodFigure(
                                "CONTACTS",
                                1,
                                "COUNT",
                                null,
                                false,
                                contacts,
                                new Value(12_345, 12_345.0, null, null, null),
                                new Value(11_000, 11_000.0, null, null, null),
                                null,
                                false,
                                Map.of(
                                        "DAY",
                                        days(it -> new Value(300 + it, 300.0 + it, null, null, null)),
                                        "TOPIC",
                                        List.of(
                                                new PeriodFigure.Slice(
                                                        "billing", "账单", new Value(9_000, 9_000.0, null, null, null)),
                                                new PeriodFigure.Slice(
                                                        "", null, new Value(3_345, 3_345.0, null, null, null))))),
                        new PeriodFigure(
                                "SATISFACTION",
                                1,
                                "SHARE",
                                85.0,
                                false,
                                words,
                                new Value(2_000, 0.873, 0.858, 0.887, null),
                                new Value(1_900, 0.91, 0.896, 0.922, null),
                                null,
                                false,
                                Map.of(
                                        "DAY",
                                        days(it ->
                                                it == 7 ? nothing() : new Value(60, 0.7 + it / 100.0, 0.6, 0.99, null)),
                                        "CHANNEL",
                                        List.of(
                                                new PeriodFigure.Slice(
                                                        "WEB", null, new Value(1_500, 0.9, 0.88, 0.92, null)),
                                                new PeriodFigure.Slice(
                                                        "VOICE", null, new Value(500, 0.8, 0.76, 0.83, null)))))),
                List.of(
                        new CriterionShare("greeting", "开场问候", "Greeting", "COMPLIANCE", 800, 96, 700, 140, 9, 2),
                        new CriterionShare("empathy", "共情", "Empathy", "EXPERIENCE", 500, 40, 450, 45, 0, 0)),
                List.of(new Trouble.Unanswered("OPEN", 12, 148)),
                List.of(new Trouble.Outage(
                        1,
                        "广东部分地区宽带中断",
                        Instant.parse("2026-11-12T02:00:00Z"),
                        Instant.parse("2026-11-12T04:30:00Z"),
                        310)),
                List.of(index(77.6, 0.662), index(80.1, 0.71)),
                List.of(
                        new Trouble.Review(
                                "",
                                "COMPLAINTS",
                                "账单",
                                "广东省",
                                "SYSTEM",
                                2,
                                new Trouble.Part(900, 270),
                                new Trouble.Part(1_100, 110),
                                "HELPED"),
                        new Trouble.Review("退订太难", null, "", "", "PROCESS", 1, null, null, "UNCLEAR")),
                null);
    }

    private static ServiceIndex index(double index, double efficiency) {
        return new ServiceIndex(
                index,
                100,
                new Weights(30, 25, 45),
                List.of(
                        new ServiceIndex.Side("efficiency", 30, efficiency, List.of(), List.of()),
                        new ServiceIndex.Side("attitude", 25, null, List.of(), List.of()),
                        new ServiceIndex.Side("process", 45, 0.878, List.of(), List.of())));
    }

    private static Value nothing() {
        return new Value(0, null, null, null, null);
    }

    private static List<PeriodFigure.Slice> days(java.util.function.IntFunction<Value> value) {
        return IntStream.range(0, 30)
                .mapToObj(it -> new PeriodFigure.Slice("2026-11-%02d".formatted(it + 1), null, value.apply(it)))
                .toList();
    }
}

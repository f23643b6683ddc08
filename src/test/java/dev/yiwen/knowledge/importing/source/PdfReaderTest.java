package dev.yiwen.knowledge.importing.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

class PdfReaderTest {

    @Test
    void a_page_is_a_section_with_its_number_as_the_source() {
        var read = read(List.of(List.of("Refunds take seven days."), List.of("Invoices are sent by mail.")));

        assertThat(read.questions()).containsExactly("guide", "guide p. 2");
        assertThat(read.answers())
                .containsExactly(
                        "Refunds take seven days.\n\n*《guide.pdf》 p. 1*",
                        "Invoices are sent by mail.\n\n*《guide.pdf》 p. 2*");
    }

    @Test
    void numbered_headings_are_sections_that_go_on_over_pages() {
        var read = read(List.of(
                List.of("1. Refunds", "They take", "seven days"), List.of("at most.", "2", "2. Invoices", "By mail.")));

        assertThat(read.questions()).containsExactly("1. Refunds", "2. Invoices");
        assertThat(read.answers().getFirst())
                .startsWith("They take\nseven days\nat most.")
                .endsWith("p. 1*");
    }

    @Test
    void a_page_with_columns_is_flagged_for_the_eye() {
        var read = read(List.of(
                List.of("Plan          \tPrice", "S             \t59", "M             \t99", "L             \t129")));

        assertThat(SourceCase.words(read.article()))
                .containsExactly(
                        "page 1 has columns or a table, so its text may be out of order: compare it with the original");
    }

    @Test
    void pages_without_text_say_so() {
        assertThat(read(List.of(List.of(), List.of())).faults())
                .containsExactly(":0 none of its 2 pages has text, it may be a scan: recognise the text first (OCR)");
        assertThat(read(List.of(List.of("Text."), List.of())).faults())
                .containsExactly(":2 page 2 has no text, it may be a scan: recognise the text first (OCR)");
    }

    @Test
    void one_with_a_password_says_so() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
            assertThat(SourceCase.of("guide.pdf", out.toByteArray()).faults())
                    .containsExactly(":0 is protected by a password: save it without");
        }
    }

    /** Lines from the top; what stands behind a tab stands in a second column. */
    private static SourceCase read(List<List<String>> pages) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var lines : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    int y = 700;
                    for (var line : lines) {
                        int x = 50;
                        for (var part : line.split("\t")) {
                            content.beginText();
                            content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                            content.newLineAtOffset(x, y);
                            content.showText(part.strip());
                            content.endText();
                            x += 250;
                        }
                        y -= 20;
                    }
                }
            }
            document.save(out);
            return SourceCase.of("guide.pdf", out.toByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.yiwen.quality.report;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.yiwen.shared.ResourceLines;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A report on paper (A4). The font is embedded, as far as it is used; what it has no picture for is printed as 〓, as printers do.
 * Nothing is fetched. Takes some tenths of a second of one core.
 */
@Singleton
final class ReportPdf {
    private static final String FAMILY = "Paper";
    private static final String FONT = "/quality/report/NotoSansSC.ttf";
    private static final int GETA = 0x3013;

    /** Read when the first report is printed, not at start. */
    private static final class Type {
        private static final byte[] FONT_FILE = file();
        private static final CmapLookup GLYPHS = glyphs();
        private static final Template TEMPLATE = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .build()
                .parse(ResourceLines.text("quality/report/report.html"), Variant.forContentType("text/html"));

        static {
            // Which fonts it loads is nobody's news.
            XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, Level.WARNING));
        }

        private static byte[] file() {
            try (InputStream stream = Objects.requireNonNull(ReportPdf.class.getResourceAsStream(FONT))) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static CmapLookup glyphs() {
            try {
                return new TTFParser()
                        .parse(new RandomAccessReadBuffer(FONT_FILE))
                        .getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param address of the service, before the links; empty: they are left out */
    byte[] of(PaperView paper, String address) {
        var html = printable(
                Type.TEMPLATE.data("paper", paper).data("address", address).render());
        var builder = new PdfRendererBuilder();
        // Tagged for screen readers; and no font but ours is looked for.
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> new ByteArrayInputStream(Type.FONT_FILE), FAMILY);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(html, null);
        builder.withProducer("Yiwen");
        try (var out = new ByteArrayOutputStream()) {
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What XML allows and the font has. */
    String printable(String html) {
        return html.codePoints()
                .filter(it -> it >= ' ' || it == '\n')
                .map(it -> it == '\n' || Type.GLYPHS.getGlyphId(it) != 0 ? it : GETA)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

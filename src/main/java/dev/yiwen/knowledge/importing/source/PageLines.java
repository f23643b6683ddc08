package dev.yiwen.knowledge.importing.source;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The lines of a page of a PDF, from the top.
 *
 * @param gaps how many of them have a wide gap in them, as between columns or cells
 */
record PageLines(List<String> lines, int gaps) {
    static final PageLines NONE = new PageLines(List.of(), 0);

    PageLines {
        lines = List.copyOf(lines);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    static PageLines of(PDDocument document, int page) throws IOException {
        var stripper = new GapCounter();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        var text = stripper.getText(document);
        return new PageLines(
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList(), stripper.gapped);
    }

    private static final class GapCounter extends PDFTextStripper {
        /** Widths of a character; words of Latin text lie one third apart. */
        private static final float WIDE = 2.5f;

        private float end = -1;
        private boolean gap;
        private int gapped;

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            if (!positions.isEmpty()) {
                var first = positions.getFirst();
                gap |= end >= 0 && first.getXDirAdj() - end > WIDE * Math.max(first.getFontSizeInPt(), 1);
                var last = positions.getLast();
                end = last.getXDirAdj() + last.getWidthDirAdj();
            }
            super.writeString(text, positions);
        }

        @Override
        protected void writeLineSeparator() throws IOException {
            gapped += gap ? 1 : 0;
            gap = false;
            end = -1;
            super.writeLineSeparator();
        }
    }
}

package dev.yiwen.knowledge.importing.source;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The lines of a page of a PDF: from the top, or in the order in which they were written where that is another one, because columns
 * and wrapped cells are written one after the other and lie side by side.
 *
 * @param uncertain whether nobody can say from the lines alone what belongs together
 */
record PageLines(List<String> lines, boolean uncertain) {
    static final PageLines NONE = new PageLines(List.of(), false);

    /** Lines with gaps, from which on a page is looked at. */
    private static final int COLUMNS = 3;
    /** Head and foot may be written last. */
    private static final int MOVED = 2;

    PageLines {
        lines = List.copyOf(lines);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    static PageLines of(PDDocument document, int page) throws IOException {
        var byPosition = new GapCounter();
        var seen = lines(byPosition, true, document, page);
        var written = lines(new GapCounter(), false, document, page);
        boolean moved = written.size() - inCommon(seen, written) > MOVED;
        return new PageLines(moved ? written : seen, moved || byPosition.gapped >= COLUMNS);
    }

    private static List<String> lines(PDFTextStripper stripper, boolean sorted, PDDocument document, int page)
            throws IOException {
        stripper.setSortByPosition(sorted);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document)
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** The length of the longest common subsequence. */
    private static int inCommon(List<String> one, List<String> two) {
        var before = new int[two.size() + 1];
        for (var line : one) {
            var now = new int[before.length];
            for (int i = 1; i < now.length; i++) {
                now[i] = line.equals(two.get(i - 1)) ? before[i - 1] + 1 : Math.max(before[i], now[i - 1]);
            }
            before = now;
        }
        return before[two.size()];
    }

    private static final class GapCounter extends PDFTextStripper {
        /** Widths of a character; words of Latin text lie one third apart, those of a justified line up to one. */
        private static final float WIDE = 1.5f;
        /** After the mark of a list item comes a gap as well. */
        private static final Pattern MARK =
                Pattern.compile("\\s*(?:[•·●○■□▪◆–-]|[(（]?[\\dA-Za-z一二三四五六七八九十]{1,4}[.、．)）])\\s*");

        private final StringBuilder line = new StringBuilder();
        private float end = -1;
        private boolean gap;
        private int gapped;

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            if (!positions.isEmpty()) {
                var first = positions.getFirst();
                gap |= end >= 0
                        && first.getXDirAdj() - end > WIDE * Math.max(first.getFontSizeInPt(), 1)
                        && !MARK.matcher(line).matches();
                var last = positions.getLast();
                end = last.getXDirAdj() + last.getWidthDirAdj();
            }
            line.append(text);
            super.writeString(text, positions);
        }

        @Override
        protected void writeLineSeparator() throws IOException {
            gapped += gap ? 1 : 0;
            gap = false;
            end = -1;
            line.setLength(0);
            super.writeLineSeparator();
        }
    }
}

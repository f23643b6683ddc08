package dev.yiwen.quality.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report in the words of one language: what the page shows and the PDF prints. Addresses begin with {@code /}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaperView(String language, String title, String days, List<String> notes, List<Section> sections) {

    record Section(String title, List<String> texts, List<Chart> charts, List<Table> tables) {}

    /**
     * Columns side by side.
     *
     * @param kind of its values
     * @param topText what its height stands for, and the target
     * @param targetHeight percent of the height; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Chart(
            String title,
            String kind,
            @Nullable Double target,
            @Nullable Integer targetHeight,
            String topText,
            List<Column> columns) {}

    /**
     * @param label below it; empty where there is no room
     * @param value absent where there is none: a gap, never nought
     * @param height percent of the chart's, as are {@code left} and {@code width} of its width
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(
            String name,
            String label,
            @Nullable Double value,
            int height,
            double left,
            double width,
            String text,
            String href) {}

    record Table(String title, List<String> head, List<List<Cell>> rows) {}

    /** @param tone {@code good} or {@code bad}, beside words that say so; {@code number} otherwise for numbers */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(String text, @Nullable String href, String tone) {
        static Cell text(String text) {
            return new Cell(text, null, "");
        }

        static Cell number(String text) {
            return new Cell(text, null, "number");
        }

        /** Behind nothing there is nothing to open. */
        static Cell number(String text, String href) {
            return new Cell(text, text.equals(Shown.NONE) ? null : href, "number");
        }
    }
}

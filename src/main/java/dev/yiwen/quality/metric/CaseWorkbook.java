package dev.yiwen.quality.metric;

import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Sheet;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The conversations behind a figure as a workbook, a row each. Takes some seconds of one core for 50,000. */
@Singleton
final class CaseWorkbook {
    private static final List<String> COLUMNS = List.of(
            "conversation",
            "opened",
            "closed",
            "channel",
            "topic",
            "region",
            "agent",
            "article",
            "product",
            "tier",
            "waited-seconds",
            "answered",
            "handled-seconds",
            "score",
            "repeats",
            "followed",
            "hit");
    private static final int IN_MEMORY = 100;
    private static final int CHARACTER = 256;
    private static final int WIDE = 38;
    private static final int USUAL = 18;
    private static final double SECOND_MS = 1000;

    private final Messages messages;

    CaseWorkbook(Messages messages) {
        this.messages = messages;
    }

    byte[] of(List<Cases.Case> cases, Locale language) {
        try (var book = new SXSSFWorkbook(IN_MEMORY);
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet(word(language, "conversations"));
            sheet.createFreezePane(0, 1);
            var head = sheet.createRow(0);
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.setColumnWidth(i, (i == 0 ? WIDE : USUAL) * CHARACTER);
                head.createCell(i).setCellValue(word(language, COLUMNS.get(i)));
            }
            var moment = book.createCellStyle();
            moment.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm:ss"));
            for (int i = 0; i < cases.size(); i++) {
                new Line(sheet.createRow(i + 1), moment).write(cases.get(i));
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String word(Locale language, String column) {
        return messages.text(language, "quality.report." + column, Map.of());
    }

    /** One row, filled from the left. */
    private static final class Line {
        private final Row row;
        private final CellStyle moment;
        private int next;

        private Line(Row row, CellStyle moment) {
            this.row = row;
            this.moment = moment;
        }

        private void write(Cases.Case it) {
            text(it.conversationId().value().toString());
            moment(it.openedAt());
            moment(it.closedAt());
            text(it.channel());
            text(it.topic());
            text(it.region());
            text(it.agent());
            text(it.article());
            text(it.product());
            number(it.tier());
            seconds(it.waitedMs());
            truth(it.answered());
            seconds(it.handledMs());
            number(it.score());
            truth(it.repeats());
            truth(it.followed());
            truth(it.hit());
        }

        private void text(@Nullable String text) {
            if (text != null) {
                row.createCell(next).setCellValue(Sheet.harmless(text));
            }
            next++;
        }

        private void moment(@Nullable Instant at) {
            if (at != null) {
                var cell = row.createCell(next);
                cell.setCellValue(at.atZone(HomeZone.id()).toLocalDateTime());
                cell.setCellStyle(moment);
            }
            next++;
        }

        private void seconds(@Nullable Long ms) {
            if (ms != null) {
                row.createCell(next).setCellValue(ms / SECOND_MS);
            }
            next++;
        }

        private void number(@Nullable Integer number) {
            if (number != null) {
                row.createCell(next).setCellValue(number);
            }
            next++;
        }

        private void truth(boolean truth) {
            row.createCell(next++).setCellValue(truth);
        }
    }
}

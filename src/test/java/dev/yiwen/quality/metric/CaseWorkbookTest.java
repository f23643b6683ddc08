package dev.yiwen.quality.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class CaseWorkbookTest {
    private final CaseWorkbook workbook = new CaseWorkbook(new Messages());

    @Test
    void a_conversation_is_a_row_in_the_companys_time_and_nothing_becomes_a_formula() throws IOException {
        HomeZone.learn(HomeZone.USUAL);
        var id = ConversationId.of(UUID.randomUUID());
        var one = new Cases.Case(
                id,
                Instant.parse("2026-11-30T16:00:01Z"),
                null,
                "WEB",
                "=cmd|' /C calc'!A0",
                "广东",
                "@小王",
                null,
                null,
                2,
                12_500L,
                true,
                null,
                5,
                false,
                true,
                true);

        var bytes = workbook.of(List.of(one), Locale.CHINESE);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = book.getSheetAt(0);
            var head = sheet.getRow(0);
            var row = sheet.getRow(1);
            assertThat(head.getCell(1).getStringCellValue()).isEqualTo("开始");
            assertThat(head.getCell(10).getStringCellValue()).isEqualTo("等待（秒）");
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo(id.value().toString());
            assertThat(row.getCell(1).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.parse("2026-12-01T00:00:01"));
            assertThat(row.getCell(4).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(4).getStringCellValue()).isEqualTo("'=cmd|' /C calc'!A0");
            assertThat(row.getCell(6).getStringCellValue()).isEqualTo("'@小王");
            assertThat(row.getCell(10).getNumericCellValue()).isEqualTo(12.5);
            assertThat(row.getCell(16).getBooleanCellValue()).isTrue();
            assertThat(head.getLastCellNum()).isEqualTo(row.getLastCellNum());
        }
    }
}

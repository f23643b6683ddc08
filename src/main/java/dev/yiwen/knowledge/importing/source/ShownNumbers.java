package dev.yiwen.knowledge.importing.source;

import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Numbers as a Chinese spreadsheet shows them: the formats that go by the country are no American ones. */
final class ShownNumbers extends DataFormatter {
    private static final int SHORT_DAY = 14;
    private static final int DAY_AND_TIME = 22;
    private static final int FIRST_CHINESE = 27;
    private static final int LAST_CHINESE = 58;

    ShownNumbers() {
        super(Locale.CHINA);
    }

    @Override
    public String formatRawCellContents(double value, int index, @Nullable String format) {
        var shown = chinese(index, format);
        return super.formatRawCellContents(value, index, shown == null ? format : shown);
    }

    @Override
    public String formatRawCellContents(double value, int index, @Nullable String format, boolean from1904) {
        var shown = chinese(index, format);
        return super.formatRawCellContents(value, index, shown == null ? format : shown, from1904);
    }

    private static @Nullable String chinese(int index, @Nullable String format) {
        if (index == SHORT_DAY) {
            return "yyyy/m/d";
        }
        if (index == DAY_AND_TIME) {
            return "yyyy/m/d h:mm";
        }
        if (format != null && format.contains("[$-F800]")) {
            return "yyyy\"年\"m\"月\"d\"日\"";
        }
        boolean national = index >= FIRST_CHINESE && index <= LAST_CHINESE && index != 49 && index != 48;
        return national
                        && (format == null || format.isEmpty() || "General".equals(format))
                        && DateUtil.isADateFormat(index, "")
                ? "yyyy\"年\"m\"月\"d\"日\""
                : null;
    }
}

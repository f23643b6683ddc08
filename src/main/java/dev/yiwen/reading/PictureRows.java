package dev.yiwen.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is telling of the text that a machine has read in a picture: what went wrong, what is to be paid, what it is. */
public final class PictureRows {
    /** As much as a person quotes. */
    private static final int LONGEST = 60;

    private static final Pattern FAULT =
            Pattern.compile("错误|报错|出错|告警|失败|异常|无法|不可用|不存在|已过期|超时|拒绝|断开|未连接|未完成|故障|欠费|停机|余额不足|不足"
                    + "|(?i:error|failed|failure|denied|timed? ?out|unavailable|exception|_FINISHED_|ERR_)");
    private static final Pattern SUM = Pattern.compile("合计|应缴|总计|总额|实付|欠费|余额");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]元|[¥￥]");
    private static final Pattern NOTHING = Pattern.compile("(?<![0-9.])0(?:\\.0{1,2})?元");
    private static final Pattern BUTTON =
            Pattern.compile("(?:取消|确定|确认|重试|返回|关闭|知道了|好的|同意|完成|下一步|上一步|OK|Cancel|Retry|\\s)++");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]*+");
    /** 10:24, 2026-05-16, 87%, 5G. */
    private static final Pattern CLOCK =
            Pattern.compile("(?:[45]G|[\\p{Nd}:：%./\\-\\s]|AM|PM|时间|日期|今天|昨天|上午|下午|周[一二三四五六日]|[年月日])++");

    private PictureRows() {}

    private record Row(int place, String text, int weight) {}

    /** Some rows in their order, about {@value #LONGEST} characters; empty when no row has a word. */
    public static String telling(String read) {
        var rows = rows(read);
        var chosen = new ArrayList<Row>();
        int room = LONGEST;
        for (Row row : rows.stream()
                .sorted(Comparator.comparingInt(Row::weight).reversed().thenComparingInt(Row::place))
                .toList()) {
            if (row.text.length() <= room || chosen.isEmpty()) {
                chosen.add(row);
                room -= row.text.length();
            }
        }
        return cut(chosen.stream()
                .sorted(Comparator.comparingInt(Row::place))
                .map(Row::text)
                .collect(Collectors.joining("，")));
    }

    /** Whether it is plain by itself what the customer wants to know: why this goes wrong. */
    public static boolean tellsFault(String read) {
        return FAULT.matcher(read).find();
    }

    private static List<Row> rows(String read) {
        var rows = new ArrayList<Row>();
        for (String line : read.split("\n", -1)) {
            var text = line.strip().replaceAll("[，。；、,;.]++$", "");
            if (!text.isEmpty()
                    && !NO_WORD.matcher(text).matches()
                    && !BUTTON.matcher(text).matches()
                    && !CLOCK.matcher(text).matches()) {
                rows.add(new Row(rows.size(), text, weight(text, rows.size())));
            }
        }
        return rows;
    }

    private static int weight(String text, int place) {
        return (FAULT.matcher(text).find() ? 8 : 0)
                + (SUM.matcher(text).find() ? 4 : 0)
                + (AMOUNT.matcher(text).find() ? 2 : 0)
                - (NOTHING.matcher(text).find() ? 3 : 0)
                + (place == 0 ? 4 : 0);
    }

    private static String cut(String text) {
        int most = LONGEST + 20;
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}

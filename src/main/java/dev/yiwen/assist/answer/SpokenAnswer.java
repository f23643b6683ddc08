package dev.yiwen.assist.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What of an article can be said aloud as it is: its first sentences without the marks of Markdown, rows of tables and items of lists as
 * sentences, signs and units in words. It says nothing that the article does not.
 */
final class SpokenAnswer {
    /** About twenty seconds. */
    private static final int LONG_ENOUGH = 60;

    private static final int LONGEST = 100;

    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+.*");
    private static final Pattern RULE = Pattern.compile("^[|\\s:-]+$|^(?:[-*_]\\s*){3,}$");
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+•]|\\d{1,2}[.、)])\\s+");
    private static final Pattern END = Pattern.compile("(?<=[。！？!?])(?![」』”）)])");
    private static final Pattern STOPPED = Pattern.compile(".*[。！？!?；;，,：:]$");

    private record Reading(Pattern written, String spoken) {
        Reading(String written, String spoken) {
            this(Pattern.compile(written), spoken);
        }
    }

    /** In this order. */
    private static final List<Reading> READINGS = List.of(
            new Reading("!\\[[^\\]]*]\\([^)]*\\)", ""),
            new Reading("\\[([^\\]]+)]\\([^)]*\\)", "$1"),
            new Reading("<?https?://[^\\s)）>，。；]+>?", ""),
            new Reading("<[^>]{1,40}>", ""),
            new Reading("\\*\\*|__|~~|`|(?<=^|\\s)[*_](?=\\S)|(?<=\\S)[*_](?=\\s|$)", ""),
            new Reading("^>\\s*", ""),
            new Reading("\\s*(?:→|->|＞|»)\\s*", "，再点"),
            new Reading("\\s*&\\s*", "和"),
            new Reading("[¥￥]\\s*(\\d+(?:\\.\\d+)?)", "$1 元"),
            new Reading("(\\d+(?:\\.\\d+)?)\\s*元\\s*/\\s*(?:个)?(月|年|天|次|张|台|户|份|小时|分钟)", "每$2 $1 元"),
            new Reading("(\\d)\\s*(?:[–—~～]|(?<=\\d)-)\\s*(?=\\d)", "$1 到 "),
            new Reading("(\\d{1,2}):00(?!\\d)", "$1 点"),
            new Reading("(\\d{1,2}):(\\d{2})(?!\\d)", "$1 点 $2 分"),
            new Reading("(\\d+(?:\\.\\d+)?)\\s*%", "百分之 $1"),
            new Reading("(\\d)\\s*(?:Mbps|Mb/s)", "$1 兆"),
            new Reading("(?<![A-Za-z])(\\d+)\\s*M(?![A-Za-z])", "$1 兆"),
            new Reading("(\\d)\\s*GB(?![A-Za-z])", "$1 个 G"),
            new Reading("\\s*[（(]([^（）()]{1,40})[）)]", "，$1，"),
            new Reading("[「」『』《》“”\"]", ""),
            new Reading("\\s*([，。；：、！？])\\s*", "$1"),
            new Reading("，(?=[，。；：、！？])", ""),
            new Reading("(?<=[\\p{IsHan}])\\s+(?=[\\p{IsHan}])", ""));

    private SpokenAnswer() {}

    /** At least the first sentence, and as many more as can be said in one go; empty when there is nothing but headings. */
    static String of(String markdown) {
        var said = new StringBuilder();
        for (String sentence : sentences(markdown)) {
            if (!said.isEmpty() && (said.length() >= LONG_ENOUGH || said.length() + sentence.length() > LONGEST)) {
                break;
            }
            said.append(sentence);
        }
        return said.toString();
    }

    private static List<String> sentences(String markdown) {
        var sentences = new ArrayList<String>();
        List<String> columns = List.of();
        for (String line : markdown.lines().map(String::strip).toList()) {
            if (line.startsWith("|")) {
                var cells = cells(line);
                if (columns.isEmpty()) {
                    columns = cells;
                } else if (!RULE.matcher(line).matches()) {
                    add(sentences, row(columns, cells));
                }
                continue;
            }
            columns = List.of();
            if (!line.isEmpty()
                    && !HEADING.matcher(line).matches()
                    && !RULE.matcher(line).matches()) {
                for (String sentence : END.split(ITEM.matcher(line).replaceFirst(""))) {
                    add(sentences, sentence);
                }
            }
        }
        return sentences;
    }

    private static void add(List<String> sentences, String written) {
        String spoken = written;
        for (Reading it : READINGS) {
            spoken = it.written().matcher(spoken).replaceAll(it.spoken());
        }
        spoken = spoken.strip();
        if (!spoken.isEmpty()) {
            var sentence = STOPPED.matcher(spoken).matches() ? spoken.replaceFirst("[；;]$", "。") : spoken + "。";
            // What leads in says nothing by itself.
            boolean led = !sentences.isEmpty() && sentences.getLast().endsWith("：");
            sentences.add(led ? sentences.removeLast() + sentence : sentence);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.replaceAll("^\\||\\|$", "").split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** 速率 500M，月费 69 元: the first cell needs no name. */
    private static String row(List<String> columns, List<String> cells) {
        var said = new StringBuilder(cells.getFirst());
        for (int at = 1; at < cells.size(); at++) {
            if (!cells.get(at).isEmpty()) {
                said.append('，')
                        .append(at < columns.size() ? columns.get(at) + " " : "")
                        .append(cells.get(at));
            }
        }
        return said.toString();
    }
}

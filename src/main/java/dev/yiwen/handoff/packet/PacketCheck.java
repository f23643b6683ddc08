package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Message;
import dev.yiwen.llm.Redaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds what a model wrote against the transcript. A line of the summary names the messages that it rests on: each number
 * in it must stand there, and so must most of its words. A first sentence may say no number and promise nothing.
 */
public final class PacketCheck {
    private static final Pattern LINE = Pattern.compile("^\\s*(摘要|开场)[:：]\\s*(.+?)\\s*$", Pattern.MULTILINE);
    private static final Pattern CITED = Pattern.compile("\\[(\\d{1,9})]");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern MARKUP = Pattern.compile("[<>`|]|https?:", Pattern.CASE_INSENSITIVE);
    /** What an agent decides, not a model. */
    private static final Pattern PROMISE = Pattern.compile("退款|退费|退钱|赔偿|补偿|减免|免费|赠送|保证|承诺|一定|马上解决|立即解决|小时内|分钟内|天内|\\d");
    /** The frame of every summary; it says nothing that could be wrong. */
    private static final Pattern FRAME = Pattern.compile(
            "客户|用户|机器人|客服|反映|反馈|表示|要求|希望|询问|咨询|已经|尝试|多次|仍然|没有|解决|问题|情绪|激动|不满|转接|人工|诉求|情况|处理|其|并|的|了|是|在|对|和|与|且|但|因|为|等|将");

    private static final double SUPPORT = 0.5;
    private static final int MOST_LINES = 2;
    private static final int LONGEST = 120;

    private final List<Message> transcript;
    private final Redaction redaction;

    public PacketCheck(List<Message> transcript, Redaction redaction) {
        this.transcript = transcript;
        this.redaction = redaction;
    }

    ComposedSummary of(String written) {
        var summary = new ArrayList<String>();
        var first = "";
        var lines = LINE.matcher(written);
        while (lines.find()) {
            var text = lines.group(2);
            if (lines.group(1).equals("开场")) {
                first = opening(text).orElse(first);
            } else if (summary.size() < MOST_LINES) {
                borneOut(text).ifPresent(summary::add);
            }
        }
        return new ComposedSummary(summary, first);
    }

    private Optional<String> opening(String text) {
        return fits(text)
                        && !PROMISE.matcher(text).find()
                        && !redaction.withoutTokens(text).contains("[")
                ? Optional.of(redaction.restore(text))
                : Optional.empty();
    }

    /** The line without its citations and with the customer's own data, if it holds. */
    public Optional<String> borneOut(String text) {
        var cited = CITED.matcher(text)
                .results()
                .map(it -> Long.parseLong(it.group(1)))
                .collect(Collectors.toSet());
        var plain = CITED.matcher(text).replaceAll("").strip();
        var source = source(cited);
        return !source.isEmpty() && fits(plain) && numbersStandIn(source, plain) && wordsStandIn(source, plain)
                ? Optional.of(redaction.restore(plain))
                : Optional.empty();
    }

    private boolean fits(String text) {
        return text.length() <= LONGEST && !MARKUP.matcher(text).find() && !redaction.holdsForeignToken(text);
    }

    private String source(Set<Long> cited) {
        return transcript.stream()
                .filter(it -> cited.contains(it.seq()))
                .map(it -> it.body().text())
                .collect(Collectors.joining("\n"));
    }

    private boolean numbersStandIn(String source, String line) {
        var known = numbers(source);
        return known.containsAll(numbers(redaction.withoutTokens(line)));
    }

    private boolean wordsStandIn(String source, String line) {
        var wanted = pairs(FRAME.matcher(redaction.withoutTokens(line)).replaceAll(" "));
        var known = pairs(source);
        var found = wanted.stream().filter(known::contains).count();
        return wanted.isEmpty() || found >= SUPPORT * wanted.size();
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(it -> it.group()).collect(Collectors.toSet());
    }

    /** Neighbouring letters: in Chinese, about the words. */
    private static Set<String> pairs(String text) {
        return IntStream.range(0, Math.max(0, text.length() - 1))
                .filter(i -> Character.isLetter(text.charAt(i)) && Character.isLetter(text.charAt(i + 1)))
                .mapToObj(i -> text.substring(i, i + 2))
                .collect(Collectors.toCollection(HashSet::new));
    }
}

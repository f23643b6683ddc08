package dev.yiwen.command.attack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Single messages made to keep the service busy for good: words of pinyin without end, patterns that backtrack, characters
 * that combine. Whoever asks afterwards must be answered as ever.
 */
final class FreezingMessages implements Probe {
    private static final double OTHERS_WAIT_MS = 2000;
    private static final int LONGEST = 2000;

    @Override
    public String name() {
        return "messages that freeze";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var result = new ProbeResult();
        double longest = 0;
        for (var message : messages().entrySet()) {
            try (var attacker = ChatVisitor.of(target);
                    var other = ChatVisitor.of(target)) {
                attacker.say(message.getValue());
                double others = other.ask("怎么查话费");
                longest = Math.max(longest, others);
                result.expect(
                        others < OTHERS_WAIT_MS, message.getKey() + ": another waited " + Math.round(others) + " ms");
                double own = attacker.ask("怎么查流量");
                result.expect(own < 20_000, message.getKey() + ": nobody answered its sender any more");
            }
        }
        result.expect(target.isHealthy(), "the service is not ready afterwards");
        result.figure("othersWaitedAtMostMs", Math.round(longest));
        return result;
    }

    private static Map<String, String> messages() {
        var messages = new LinkedHashMap<String, String>();
        messages.put("pinyin of two readings", "xian".repeat(40) + "q");
        messages.put("pinyin without an end", "xianguangangeng".repeat(100) + "q");
        messages.put("one word of letters", "a".repeat(LONGEST - 1) + "!");
        for (var word : new String[] {
            "要问", "转人工", "我妈的", "怎么", "不", "和", "，", "？", "1", "一", "万", "😡", "e\u0301", "\u200b", " ", "(", "\\", "*",
            "`", "[a](", "<b>"
        }) {
            messages.put("nothing but " + word, word.repeat(LONGEST / word.length()));
        }
        messages.put("numbers", "13800138000 ".repeat(160));
        messages.put("separators", "1-".repeat(990) + "x");
        messages.put("at signs", "a@".repeat(990) + "!");
        messages.put("brackets", "[".repeat(990) + "]".repeat(990));
        return messages;
    }
}

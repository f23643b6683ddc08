package dev.yiwen.assist.answer;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of a script, in their order; which of them fits now depends on the customer's mood and on what was said. */
enum ScriptPart {
    EMPATHISE("## 共情"),
    CLARIFY("## 澄清"),
    SOLVE("## 解决"),
    CONFIRM("## 确认");

    private static final Pattern SORRY = Pattern.compile("抱歉|对不起|不好意思|理解您|理解你|着急|耽误|歉意|我们没做好|我们的错|委屈|辛苦您");
    private static final Pattern ASKS = Pattern.compile("[?？]|吗|呢|什么|哪|几点|几天|多少|怎么|有没有|是不是");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Of an agent's words, how many must come from the part that solves it. */
    private static final double SOLVES = 0.5;

    private static final int TOO_SHORT = 8;

    private final String heading;

    ScriptPart(String heading) {
        this.heading = heading;
    }

    /** Whether an answer has all four. */
    static boolean areIn(String answer) {
        return List.of(values()).stream().allMatch(it -> answer.contains(it.heading));
    }

    /** As the page knows it: the place of the part, counted from 0. */
    int place() {
        return ordinal();
    }

    /**
     * The part that fits now.
     *
     * @param script Markdown, with all four parts
     * @param transcript oldest first
     * @param angry whether the customer is angry now
     */
    static ScriptPart now(String script, List<Message> transcript, boolean angry) {
        var since = problem(transcript);
        if (angry && agent(since).stream().noneMatch(it -> SORRY.matcher(it).find())) {
            return EMPATHISE;
        }
        var solution = pairs(part(script, SOLVE));
        if (agent(since).stream().anyMatch(it -> comesFrom(it, solution))) {
            return CONFIRM;
        }
        return isAnswered(since) ? SOLVE : CLARIFY;
    }

    /** From the first thing on that the customer said after the bot's last word. */
    private static List<Message> problem(List<Message> transcript) {
        var from = 0;
        for (var i = 0; i < transcript.size(); i++) {
            if (transcript.get(i).author() instanceof Author.Bot) {
                from = i + 1;
            }
        }
        var since = transcript.subList(from, transcript.size());
        return since.stream()
                .dropWhile(it -> !(it.author() instanceof Author.Customer))
                .toList();
    }

    private static List<String> agent(List<Message> messages) {
        return messages.stream()
                .filter(it -> it.author() instanceof Author.Agent)
                .map(it -> it.body().text())
                .toList();
    }

    /** Whether the agent has asked about it, and the customer has said something to that. */
    private static boolean isAnswered(List<Message> since) {
        var asked = false;
        for (var message : since) {
            if (message.author() instanceof Author.Agent) {
                asked |= ASKS.matcher(message.body().text()).find();
            } else if (asked && message.author() instanceof Author.Customer) {
                return true;
            }
        }
        return false;
    }

    private static boolean comesFrom(String said, Set<String> solution) {
        var pairs = pairs(said);
        return pairs.size() >= TOO_SHORT
                && pairs.stream().filter(solution::contains).count() >= SOLVES * pairs.size();
    }

    private static String part(String script, ScriptPart part) {
        var from = script.indexOf(part.heading);
        var to = script.indexOf("\n## ", from + 1);
        return from < 0 ? "" : script.substring(from + part.heading.length(), to < 0 ? script.length() : to);
    }

    private static Set<String> pairs(String text) {
        var plain = MARKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        var pairs = new HashSet<String>();
        for (var i = 0; i + 2 <= plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }
}

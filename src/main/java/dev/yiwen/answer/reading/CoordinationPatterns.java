package dev.yiwen.answer.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The phrases of {@code answer/turns.txt} by which what is said side by side is taken apart. */
final class CoordinationPatterns {
    private static final int SHORTEST_OBJECT = 2;

    private final Pattern and;
    private final Pattern together;
    private final Pattern each;
    private final Pattern predicate;
    private final Pattern verb;
    private final Pattern deed;
    private final Pattern shortVerb;
    private final Pattern bid;
    private final Pattern aBit;
    private final Pattern cheaper;
    private final Pattern differs;
    private final Pattern ordinal;
    private final Pattern eachInside;

    CoordinationPatterns(Map<String, List<String>> sections) {
        and = Pattern.compile(TurnPatterns.any(sections, "and"));
        together = Pattern.compile(TurnPatterns.any(sections, "together"));
        each = Pattern.compile("^(?:" + TurnPatterns.any(sections, "each") + ")+");
        predicate = Pattern.compile(TurnPatterns.any(sections, "predicate"));
        deed = Pattern.compile("(?:" + TurnPatterns.any(sections, "deed") + ")");
        verb = Pattern.compile(
                "^(?:" + TurnPatterns.any(sections, "verb") + "|" + TurnPatterns.any(sections, "deed") + ")");
        shortVerb = Pattern.compile("^(?:" + TurnPatterns.any(sections, "short verb") + ")");
        bid = Pattern.compile("^(?:" + TurnPatterns.any(sections, "bid") + ")+");
        aBit = Pattern.compile("^(?:" + TurnPatterns.any(sections, "a bit") + ")");
        cheaper = Pattern.compile(TurnPatterns.any(sections, "cheaper"));
        differs = Pattern.compile(TurnPatterns.any(sections, "differs"));
        ordinal = Pattern.compile("^(?:" + TurnPatterns.any(sections, "ordinal") + ")+");
        eachInside = Pattern.compile("(?:分别|各自|各)(?:是|为)?(?=多|几|什么|哪|怎|如何)");
    }

    /** What stands side by side. */
    List<String> items(String text) {
        return List.of(and.split(text, -1)).stream().map(String::strip).toList();
    }

    /** Whether things named side by side are one matter. */
    boolean isTogether(String text) {
        return together.matcher(text).find();
    }

    /** The verb that a text begins with, or nothing; one of a single character only when it is all. */
    String verb(String text) {
        String first = found(verb, text);
        String single = found(shortVerb, text);
        return !first.isEmpty() ? first : single.equals(text) ? single : "";
    }

    /** After 怎么, where 订单 is no object, one character is enough. */
    String verbAfterHow(String text) {
        String first = found(verb, text);
        return first.isEmpty() ? found(shortVerb, text) : first;
    }

    /** Whether it bids to do something with something: 再帮我查下流量. */
    boolean bids(String text) {
        String deed = bid.matcher(text.strip()).replaceFirst("");
        String verb = verbAfterHow(deed);
        String object = aBit.matcher(deed.substring(verb.length())).replaceFirst("");
        return !verb.isEmpty() && (object.length() >= SHORTEST_OBJECT || object.isEmpty() && isDeed(verb));
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group() : "";
    }

    /** Whether it needs no object: 退款, 过户. */
    boolean isDeed(String text) {
        return deed.matcher(text).matches();
    }

    /** Where what is asked begins, behind the first character; -1 when nothing is. */
    int predicateAt(String text) {
        var found = predicate.matcher(text);
        return text.length() > 1 && found.find(1) ? found.start() : -1;
    }

    Optional<String> predicate(String text) {
        int from = predicateAt(text);
        return from < 0 ? Optional.empty() : Optional.of(text.substring(from));
    }

    /** What is asked of several, as it is asked of one: 分别多少钱, 哪个便宜, 有什么区别. */
    String ofEach(String predicate) {
        if (cheaper.matcher(predicate).find()) {
            return "多少钱";
        }
        return differs.matcher(predicate).find()
                ? "是什么"
                : eachInside
                        .matcher(each.matcher(predicate).replaceFirst(""))
                        .replaceFirst("")
                        .strip();
    }

    /** Without the words that only say in which order it is asked: 其次怎么实名, 再查下流量. */
    String inNoOrder(String question) {
        String rest = ordinal.matcher(question.strip()).replaceFirst("").strip();
        return rest.length() < SHORTEST_OBJECT ? question : rest;
    }

    /** The verb of a bid with a bit of it, 查一下, of what it is done with; empty when it is none. */
    String bidding(String text) {
        String verb = verbAfterHow(text);
        var bit = aBit.matcher(text.substring(verb.length()));
        String with = verb + (bit.find() ? bit.group() : "");
        return !verb.isEmpty() && text.length() - with.length() >= SHORTEST_OBJECT ? with : "";
    }
}

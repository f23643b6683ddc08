package dev.yiwen.answer.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands in a question for one place, time or amount among others, so that a reply that names another takes its place. */
final class SlotPatterns {
    private static final String SLOT = "slot ";
    private static final String UNIT = "(?:mbps|mb|gb|m|g|兆|元|块钱?|岁|年|个月|天|分钟|小时|克|斤|公斤|千克|升|毫升|条|张|台|寸|度|方|吨|平米|平)?";
    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)(" + UNIT + ")");
    private static final Pattern ONLY_AMOUNT =
            Pattern.compile("(?:那|如果|要是|换成|换|改成|选|要|是)*(\\d+(?:\\.\\d+)?)(" + UNIT + ")(?:的|呢|吗|的话|怎么样|行吗)*");
    private static final Pattern AROUND = Pattern.compile("^(?:那|如果|要是|换成|换|在|去|到|能|可以|是)+|(?:的|呢|吗|的话|行吗|可以吗|怎么样)+$");
    private static final Pattern WHEN = Pattern.compile("什么时候|啥时候|何时|几号|几点|几月|哪天|多久");

    private final Map<String, Pattern> named = new LinkedHashMap<>();

    SlotPatterns(Map<String, List<String>> sections) {
        sections.forEach((name, phrases) -> {
            if (name.startsWith(SLOT)) {
                named.put(name.substring(SLOT.length()), Pattern.compile(String.join("|", phrases)));
            }
        });
    }

    /** The earlier question with what {@code now} names in the place of the same kind; nothing when it says more. */
    Optional<String> replaced(String earlier, String now) {
        String words = TurnPatterns.words(now);
        var amount = ONLY_AMOUNT.matcher(words);
        if (amount.matches()) {
            var before = AMOUNT.matcher(earlier);
            if (!before.find()) {
                return Optional.empty();
            }
            String unit = amount.group(2).isEmpty() ? before.group(2) : amount.group(2);
            return Optional.of(
                    earlier.substring(0, before.start()) + amount.group(1) + unit + earlier.substring(before.end()));
        }
        String core = AROUND.matcher(words).replaceAll("");
        for (var slot : named.entrySet()) {
            if (slot.getValue().matcher(core).matches()) {
                var before = slot.getValue().matcher(earlier);
                if (before.find()) {
                    return Optional.of(earlier.substring(0, before.start()) + core + earlier.substring(before.end()));
                }
                var when = WHEN.matcher(earlier);
                return slot.getKey().equals("time") && when.find()
                        ? Optional.of(
                                earlier.substring(0, when.start()) + "能" + core + earlier.substring(when.end()) + "吗")
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The first place in a text. */
    Optional<String> place(String plain) {
        Pattern places = named.get("place");
        return places == null
                ? Optional.empty()
                : places.matcher(plain).results().map(MatchResult::group).findFirst();
    }

    /** What a question says of place, time and amount, as {@code place 日本}. */
    List<String> in(String plain) {
        var found = new ArrayList<String>();
        named.forEach((name, pattern) ->
                pattern.matcher(plain).results().limit(3).forEach(it -> found.add(name + " " + it.group())));
        AMOUNT.matcher(plain)
                .results()
                .filter(it -> !it.group(2).isEmpty())
                .limit(3)
                .forEach(it -> found.add("amount " + it.group()));
        return found;
    }
}

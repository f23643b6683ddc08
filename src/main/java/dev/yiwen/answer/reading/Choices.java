package dev.yiwen.answer.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds which of the offered questions a reply chooses: by number, or by words that only one of them has. */
final class Choices {
    private static final Pattern BARE = Pattern.compile(
            "(?:我?(?:选|要|问|想问|是|就|就是|选择|看|点))*(?:第)?([1-9一二三四五两])(?:个|条|项|号|种|号问题|个问题)?(?:吧|啊|呢|的|那个)*");
    private static final Pattern ORDINAL =
            Pattern.compile("(?:那|我?(?:选|要|问|想问|是|就|就是|选择|看|点|说))*第([1-9一二三四五两])(?:个|条|项|种|个问题)(?:吧|啊|呢|的|那个)*");
    private static final Pattern LAST = Pattern.compile(
            "(?:那|我?(?:选|要|问|是|就|就是|选择|看|点))*(?:最后|最下面|末尾)(?:面)?(?:的)?(?:那)?(?:一)?(?:个|条|项)(?:吧|啊|呢|的)*");
    private static final Pattern AROUND =
            Pattern.compile("^(?:我?(?:选|要|问|想问|是|就是|说的是|想要|要的是)|就|那)+|(?:那|这)?(?:个|条|项|种)?(?:吧|啊|呢|的|问题|这个|那个|方面)*$");
    private static final Pattern YES = Pattern.compile("(?:对|是|嗯|没错|正确|就是|yes|ok)(?:的|对|是|啊|呀|哦|这个|没错)*+");
    private static final String NUMERALS = "一二三四五";
    // A reply that names an option is short; a longer one is a question of its own.
    private static final int LONGEST = 10;
    // With all that may stand around a number or a name.
    private static final int LONGEST_REPLY = 40;

    private final TurnPatterns phrases;

    Choices(TurnPatterns phrases) {
        this.phrases = phrases;
    }

    /** 对, 是的: the first, unless there is none but the way to a person. */
    static Optional<String> agreed(String plain, List<String> options) {
        return options.size() > 1 && YES.matcher(TurnPatterns.words(plain)).matches()
                ? Optional.of(options.getFirst())
                : Optional.empty();
    }

    /** {@code askedBack}: a bare number is an answer to a question only. */
    Optional<String> of(String plain, List<String> options, boolean askedBack) {
        if (options.isEmpty()) {
            return Optional.empty();
        }
        String words = TurnPatterns.words(plain);
        if (words.length() > LONGEST_REPLY) {
            return Optional.empty();
        }
        if (LAST.matcher(words).matches()) {
            return Optional.of(options.getLast());
        }
        var number = (askedBack ? BARE : ORDINAL).matcher(words);
        if (number.matches()) {
            int index = indexOf(number.group(1));
            return index < options.size() ? Optional.of(options.get(index)) : Optional.empty();
        }
        return askedBack ? byWords(words, options) : Optional.empty();
    }

    private Optional<String> byWords(String words, List<String> options) {
        String core = AROUND.matcher(words).replaceAll("");
        if (core.length() < 2 || core.length() > LONGEST) {
            return Optional.empty();
        }
        return only(
                        options,
                        option -> TurnPatterns.words(TurnPatterns.plain(option)).contains(core))
                .or(() -> only(options, option -> asksTheSame(core, option)))
                .or(() -> only(options, option -> holdsPairs(core, option)));
    }

    /** 怎么收费, when only one of the options asks for a price. */
    private boolean asksTheSame(String core, String option) {
        var reply = phrases.parts(core);
        return reply.subject().isEmpty()
                && !reply.aspects().isEmpty()
                && phrases.parts(TurnPatterns.plain(option)).aspects().containsAll(reply.aspects());
    }

    /** Two of three pairs of characters, as a reworded name keeps them. */
    private static boolean holdsPairs(String core, String option) {
        Set<String> wanted = pairs(core);
        Set<String> there = pairs(TurnPatterns.words(TurnPatterns.plain(option)));
        long shared = wanted.stream().filter(there::contains).count();
        return shared * 3 >= wanted.size() * 2L;
    }

    private static Optional<String> only(List<String> options, Predicate<String> fits) {
        List<String> fitting = options.stream().filter(fits).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static Set<String> pairs(String words) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }

    private static int indexOf(String numeral) {
        if (numeral.equals("两")) {
            return 1;
        }
        int index = NUMERALS.indexOf(numeral);
        return index >= 0 ? index : Integer.parseInt(numeral) - 1;
    }
}

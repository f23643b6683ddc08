package dev.yiwen.assist.said;

import dev.yiwen.reading.Quantity;
import dev.yiwen.reading.Slots;
import dev.yiwen.reading.SpokenAmounts;
import dev.yiwen.shared.PlainText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether an agent's words carry a sentence of a card: they share its pairs of characters, say no other amount than it and deny nothing
 * that it says. Thresholds were chosen on the even lines of {@code said.tsv}; see the evaluation.
 */
final class SaidSentence {
    /** Of the pairs of a sentence so many are said. */
    private static final double SAID = 0.4;
    /** The same where its amounts are said, too: amounts are not said by chance. */
    private static final double SAID_WITH_AMOUNTS = 0.3;

    private static final int SHORTEST = 6;
    private static final Pattern SENTENCE = Pattern.compile("[。！？!?；;\\n]+");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** What denies, wherever it stands; not the 不 of 不过, 不同, nor of a question. */
    private static final Pattern DENIES = Pattern.compile(
            "(?<![\\p{IsHan}]不|是|能|要|会|可)(?:不(?![过同仅但管如久错足])|没(?!问题)|别(?!的|人)|无需|勿|未)(?:[用要会能再需]|是|收|由|可以|另外)*(\\p{IsHan}{2})");

    private static final Pattern DENIAL = Pattern.compile("不|没|别|无需|勿|未|免");
    private static final Pattern CLAUSE = Pattern.compile("[，,]");

    private static final Pattern STOPS = Pattern.compile("(?<=[。！？!?；;\\n])");
    private static final Pattern FINE = Pattern.compile("[，,]?(?:您看|这样|您)?(?:可以|好|行|成|清楚|明白|方便)(?:了)?(?:吗|不|么)[。？?]?$");
    private static final Pattern ASKS = Pattern.compile("[?？]$|[吗么]$|是不是|有没有");

    private SaidSentence() {}

    /**
     * @param said what was said of late, in one go
     * @param card Markdown
     */
    static boolean carry(String said, String card) {
        var words = new Words(told(said));
        return Arrays.stream(SENTENCE.split(PlainText.of(card)))
                .map(Words::new)
                .filter(it -> it.length >= SHORTEST)
                .anyMatch(it -> words.carry(it));
    }

    /** Without what is only asked; 可以吗 at the end asks whether the rest is fine. */
    private static String told(String said) {
        return Arrays.stream(STOPS.split(said))
                .filter(it -> !ASKS.matcher(FINE.matcher(it).replaceFirst("")).find())
                .collect(Collectors.joining("，"));
    }

    private static final class Words {
        private final String written;
        private final int length;
        private final Set<String> pairs = new HashSet<>();
        private final List<Quantity> amounts;

        Words(String text) {
            written = SpokenAmounts.written(text);
            var bare = MARKS.matcher(written).replaceAll("");
            length = bare.length();
            for (int i = 0; i + 2 <= bare.length(); i++) {
                pairs.add(bare.substring(i, i + 2));
            }
            amounts = Quantity.in(written);
        }

        boolean carry(Words sentence) {
            double share =
                    (double) sentence.pairs.stream().filter(pairs::contains).count() / sentence.pairs.size();
            boolean all =
                    !sentence.amounts.isEmpty() && sentence.amounts.stream().allMatch(this::says);
            return share >= (all ? SAID_WITH_AMOUNTS : SAID)
                    && (sentence.amounts.isEmpty() || sentence.amounts.stream().anyMatch(this::says))
                    && amounts.stream().noneMatch(it -> sentence.saysAnother(it))
                    && !contradict(sentence);
        }

        private boolean says(Quantity amount) {
            return amounts.stream().anyMatch(amount::sameAs);
        }

        private boolean saysAnother(Quantity amount) {
            return !says(amount) && amounts.stream().anyMatch(amount::competesWith);
        }

        private boolean contradict(Words sentence) {
            return denied().stream().anyMatch(sentence::affirms)
                    || sentence.denied().stream().anyMatch(this::affirms)
                    || Slots.of(written)
                            .conflict(Slots.of(sentence.written), List.of())
                            .isPresent();
        }

        /** Says it in a clause that denies nothing. */
        private boolean affirms(String pair) {
            return pairs.contains(pair)
                    && Arrays.stream(CLAUSE.split(written))
                            .noneMatch(it ->
                                    it.contains(pair) && DENIAL.matcher(it).find());
        }

        private Set<String> denied() {
            var denied = new HashSet<String>();
            var found = DENIES.matcher(written);
            while (found.find()) {
                denied.add(found.group(1));
            }
            return denied;
        }
    }
}

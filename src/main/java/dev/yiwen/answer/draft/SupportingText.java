package dev.yiwen.answer.draft;

import dev.yiwen.reading.Amounts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sentence is held against: one passage, or several, below the article's question. */
final class SupportingText {
    private static final Pattern LINK =
            Pattern.compile("(?:[a-z][a-z0-9+.-]*:)?//[^\\s)\\]>\"'，。；）]+|(?:javascript|data|vbscript):[^\\s)]*");
    private static final Pattern LATIN = Pattern.compile("[a-z][a-z0-9+&._-]*[a-z0-9+]|(?<![a-z])[a-z](?![a-z])");
    // A count's unit, checked with its number.
    private static final Pattern UNIT_AFTER_NUMBER =
            Pattern.compile("(\\d)\\s*(?:gbps|mbps|kbps|gb|mb|tb|kb|[gmkt])(?![a-z])");
    private static final Pattern PROMISE =
            Pattern.compile("保证|承诺|担保|一定|肯定|绝对|必定|免费|赔偿|赔付|补偿|退款|退还|退费|返还|返现|减免|优惠|折扣|打折|赠送|白送|无条件"
                    + "|永久|终身|不限量|无限|全额|立即到账|零元|guarantee|promise|refund|free|compensat|discount|waive");
    private static final Pattern NAMED = Pattern.compile("[《「『“\"]([^》」』”\"]{2,30})[》」』”\"]");
    // Rewordings keep about two thirds.
    private static final double ALIKE = 0.5;

    private final String plain;
    private final Set<String> amounts;
    private final Set<String> pairs;
    private final List<Polarity.Claim> claims;
    private final Set<String> products;

    /** @param products names that only their own passages may use, as {@link Plain} text */
    SupportingText(String question, String text, Set<String> products) {
        this.plain = Plain.of(question + "\n" + text);
        this.amounts = Amounts.known(plain);
        this.pairs = Plain.pairs(plain);
        this.claims = Polarity.of(Plain.of(text));
        this.products = products;
    }

    /** How much of the sentence is here. */
    double likeness(String sentence) {
        return Plain.share(Plain.pairs(sentence), pairs);
    }

    /** What the sentence, as {@link Plain} text, says without this source's support. */
    Optional<Flaw> flaw(String sentence) {
        return link(sentence)
                .or(() -> amount(sentence))
                .or(() -> name(sentence))
                .or(() -> promise(sentence))
                .or(() -> Polarity.flipped(Polarity.of(sentence), claims)
                        .map(words -> new Flaw(Flaw.Kind.NEGATION, words)))
                .or(() -> wording(sentence));
    }

    private Optional<Flaw> link(String sentence) {
        return missing(LINK, sentence, Flaw.Kind.LINK);
    }

    private Optional<Flaw> amount(String sentence) {
        return Amounts.claimed(sentence).stream()
                .filter(claimed -> !Amounts.isKnown(claimed, amounts))
                .map(claimed -> new Flaw(Flaw.Kind.AMOUNT, claimed.said()))
                .findFirst();
    }

    private Optional<Flaw> name(String sentence) {
        String words = UNIT_AFTER_NUMBER.matcher(sentence).replaceAll("$1");
        Matcher latin = LATIN.matcher(words);
        while (latin.find()) {
            var whole = Pattern.compile("(?<![a-z])" + Pattern.quote(latin.group()) + "(?![a-z0-9])");
            if (!whole.matcher(plain).find()) {
                return Optional.of(new Flaw(Flaw.Kind.NAME, latin.group()));
            }
        }
        return missing(NAMED, sentence, Flaw.Kind.NAME)
                .or(() -> products.stream()
                        .filter(name -> sentence.contains(name) && !plain.contains(name))
                        .map(name -> new Flaw(Flaw.Kind.NAME, name))
                        .findFirst());
    }

    private Optional<Flaw> promise(String sentence) {
        return missing(PROMISE, sentence, Flaw.Kind.PROMISE);
    }

    private Optional<Flaw> wording(String sentence) {
        Set<String> own = Plain.pairs(sentence);
        return own.isEmpty() || Plain.share(own, pairs) >= ALIKE
                ? Optional.empty()
                : Optional.of(new Flaw(Flaw.Kind.WORDING, ""));
    }

    private Optional<Flaw> missing(Pattern pattern, String sentence, Flaw.Kind kind) {
        Matcher found = pattern.matcher(sentence);
        while (found.find()) {
            String words = found.group(found.groupCount());
            if (!plain.contains(words)) {
                return Optional.of(new Flaw(kind, words));
            }
        }
        return Optional.empty();
    }
}

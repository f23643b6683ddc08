package dev.yiwen.identity.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges passwords by how many guesses they stand (zxcvbn: Wheeler, USENIX Security 2016), and not by which signs they have
 * (ASVS 5, 6.2.4 to 6.2.11).
 */
@Singleton
public final class PasswordStrength {
    public static final int SHORTEST = 10;
    public static final int LONGEST_BYTES = Passwords.LONGEST_BYTES;

    private static final int STRONG = 3; // of 4: beyond 10^8 guesses
    /** So much, at least, must stand beside a login, a name or the product's words. */
    private static final int REST = 5;

    /** Hints of ours beside zxcvbn's. */
    private static final String BREACHED = "breached.warning";

    private static final String OWN = "own.warning";

    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final List<String> OF_THE_PRODUCT =
            List.of("yiwen", "一问", "yiwenkefu", "kefu", "客服", "zaixiankefu", "admin", "administrator", "guanliyuan");
    private static final List<String> PINYIN = List.of(
            "woaini",
            "1314",
            "5201314",
            "wodemima",
            "mima",
            "mimashi",
            "nihao",
            "zhongguo",
            "beijing",
            "shanghai",
            "woshishui",
            "xihuan",
            "laopo",
            "laogong",
            "baobei",
            "tiantian",
            "xiaoming",
            "zhangsan",
            "lisi",
            "wangwu",
            "gongsi",
            "denglu",
            "huanying",
            "jintian");

    private final Passwords workers;
    private final BreachedPasswords breached;
    private final Zxcvbn zxcvbn = new Zxcvbn();

    PasswordStrength(Passwords workers, BreachedPasswords breached) {
        this.workers = workers;
        this.breached = breached;
    }

    /**
     * @param score 0 to 4
     * @param characters how many it has, of at least {@link #SHORTEST}
     * @param bytes how many it has in UTF-8, of at most {@link #LONGEST_BYTES}
     * @param hints keys of what would help, such as {@code repeat.warning.likeAAA}: zxcvbn's, without {@code feedback.}
     */
    public record Judgement(int score, int characters, int bytes, List<String> hints) {
        public boolean enough() {
            return score >= STRONG && characters >= SHORTEST && bytes <= LONGEST_BYTES;
        }
    }

    public Uni<Judgement> judge(String password, String login, String name) {
        return workers.onWorker(Passwords.Asking.KNOWN, () -> measured(password, login, name));
    }

    /** Fails with {@code INVALID} when it is not enough. */
    public Uni<Void> require(String password, String login, String name) {
        return judge(password, login, name)
                .invoke(it -> {
                    if (!it.enough()) {
                        throw new Problem(Problem.Kind.INVALID, refusal(it));
                    }
                })
                .replaceWithVoid();
    }

    private static String refusal(Judgement judgement) {
        if (judgement.characters() < SHORTEST) {
            return "A password has at least " + SHORTEST + " characters.";
        }
        if (judgement.hints().contains(BREACHED)) {
            return "This password stands in a list of breached ones.";
        }
        return judgement.bytes() > LONGEST_BYTES
                ? "A password has at most " + LONGEST_BYTES + " bytes in UTF-8; this one has " + judgement.bytes() + "."
                : "This password is easy to guess.";
    }

    Judgement measured(String password, String login, String name) {
        int characters = password.codePointCount(0, password.length());
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_BYTES) {
            return new Judgement(STRONG, characters, bytes, List.of());
        }
        if (breached.contains(password)) {
            return new Judgement(0, characters, bytes, List.of(BREACHED));
        }
        // Capitals are undone before words are looked for; what is given must be small already.
        var own = Stream.of(Stream.of(login, name), OF_THE_PRODUCT.stream(), PINYIN.stream())
                .flatMap(it -> it)
                .flatMap(it -> Stream.concat(Stream.of(it), Stream.of(it.split("[._\\- ]"))))
                .map(it -> it.toLowerCase(Locale.ROOT))
                .filter(it -> it.length() > 1)
                .distinct()
                .toList();
        var strength = zxcvbn.measure(password, own);
        boolean holdsOwn = ownRest(password, own) < REST;
        int score = holdsOwn ? Math.min(strength.getScore(), STRONG - 1) : strength.getScore();
        var feedback = strength.getFeedback().withResourceBundle(new Keys());
        return new Judgement(
                score,
                characters,
                bytes,
                Stream.of(
                                Stream.of(holdsOwn ? OWN : ""),
                                Stream.of(feedback.getWarning()),
                                feedback.getSuggestions().stream())
                        .flatMap(it -> it)
                        .filter(it -> !it.isEmpty())
                        .map(it -> it.replaceFirst("^feedback\\.", ""))
                        .toList());
    }

    /** Letters and digits that are left without own words and years; all of them when it has no own word. */
    private static long ownRest(String password, List<String> own) {
        var rest = password.toLowerCase(Locale.ROOT);
        for (var word : own) {
            rest = rest.replace(word, " ");
        }
        if (rest.equals(password.toLowerCase(Locale.ROOT))) {
            return Long.MAX_VALUE;
        }
        return YEAR.matcher(rest)
                .replaceAll(" ")
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .count();
    }

    /** Gives each text's key for the text: pages have the texts, in their reader's language. */
    private static final class Keys extends ResourceBundle {
        @Override
        protected Object handleGetObject(String key) {
            return key;
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.emptyEnumeration();
        }

        @Override
        public boolean containsKey(String key) {
            return true;
        }
    }
}

package dev.yiwen.answer.reading;

import dev.yiwen.brand.Brands;
import dev.yiwen.privacy.Kind;
import dev.yiwen.privacy.PersonalData;
import dev.yiwen.shared.InterruptibleText;
import dev.yiwen.triage.EditorWordList;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells what a message does from what it asks; the header of {@code answer/acts.txt} says how. */
@Singleton
public final class SpeechActs {
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{2,24}");
    private static final Pattern LONG_DIGITS = Pattern.compile("\\d(?:[ -]?\\d){13,}+");
    private static final Pattern ANGRY = Pattern.compile("[😠😡😤🤬👿🖕💢💩]");
    private static final Pattern GLAD = Pattern.compile("[👍👏👌🙏🤝🌹💐💯🎉❤💖💗🥰😍😀😃😄😁😊☺🤗✌💪]");
    private static final Set<Kind> PRIVATE =
            EnumSet.of(Kind.IDENTITY_CARD, Kind.BANK_CARD, Kind.PASSPORT, Kind.PASSWORD);
    // Longer ones are questions.
    private static final int LONGEST = 40;
    // What may stand around a private number: 我的身份证号码是.
    private static final int AROUND_NUMBER = 12;

    private final EditorWordList editors;
    private final TurnPatterns phrases;
    private final Supplier<OwnNames> names;
    private volatile SpeechActPatterns patterns;

    /**
     * An act that was recognised.
     *
     * @param because the words that tell
     */
    public record Said(SpeechAct act, String because) {}

    @Inject
    SpeechActs(EditorWordList editors, TurnPatterns phrases, Brands brands) {
        this(editors, phrases, () -> OwnNames.of(brands.shown()));
    }

    SpeechActs(EditorWordList editors, TurnPatterns phrases, Supplier<OwnNames> names) {
        this.editors = editors;
        this.phrases = phrases;
        this.names = names;
        this.patterns = SpeechActPatterns.of(names.get());
    }

    /** What the whole message does, or nothing when there is a question in it. */
    public Optional<Said> in(String raw) {
        String text = words(raw);
        if (text.isEmpty()) {
            return Optional.of(new Said(face(raw), raw.strip()));
        }
        return privateNumber(raw, text).or(() -> ofWords(text)).or(() -> number(text));
    }

    /** As phrases are compared: without case, width, spaces and marks. */
    static String words(String raw) {
        return NOT_WORD.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    private Optional<Said> ofWords(String text) {
        if (text.length() > LONGEST || !isComposed(text)) {
            return Optional.empty();
        }
        return ofEditors(text)
                .or(() -> patterns().acts().entrySet().stream()
                        .flatMap(it -> found(it.getKey(), it.getValue(), text).stream())
                        .findFirst())
                .or(() -> Optional.of(new Said(SpeechAct.WORDLESS, text)));
    }

    /** The longest that an editor added. */
    private Optional<Said> ofEditors(String text) {
        return IntStream.range(0, text.length())
                .mapToObj(from -> added(text, from))
                .flatMap(List::stream)
                .max(Comparator.comparingInt(it -> it.because().length()));
    }

    /** What editors added and the text says there. */
    private List<Said> added(String text, int from) {
        return editors.forms().entrySet().stream()
                .filter(it -> !it.getKey().equals(EditorWordList.WISH))
                .flatMap(it -> it.getValue().stream()
                        .filter(form -> text.startsWith(form, from))
                        .map(form -> new Said(SpeechAct.valueOf(it.getKey()), form)))
                .toList();
    }

    /** Of the names that the bot has now. */
    private SpeechActPatterns patterns() {
        var now = names.get();
        var known = patterns;
        if (!known.names().equals(now)) {
            known = SpeechActPatterns.of(now);
            patterns = known;
        }
        return known;
    }

    private static Optional<Said> found(SpeechAct act, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(new Said(act, matcher.group())) : Optional.empty();
    }

    /** Whether phrases of the list, one after the other, are the whole text. */
    private boolean isComposed(String text) {
        boolean[] reached = new boolean[text.length() + 1];
        reached[0] = true;
        Matcher matcher = patterns().any().matcher(InterruptibleText.of(text));
        for (int from = 0; from < text.length(); from++) {
            if (reached[from]) {
                for (int to = text.length(); to > from; to--) {
                    reached[to] |= matcher.region(from, to).matches();
                }
                for (var added : added(text, from)) {
                    reached[from + added.because().length()] = true;
                }
            }
        }
        return reached[text.length()];
    }

    private static SpeechAct face(String raw) {
        if (ANGRY.matcher(raw).find()) {
            return SpeechAct.ANGRY_FACE;
        }
        return GLAD.matcher(raw).find() ? SpeechAct.PRAISE : SpeechAct.WORDLESS;
    }

    private static Optional<Said> number(String text) {
        return DIGITS.matcher(text).matches() ? Optional.of(new Said(SpeechAct.NUMBER, text)) : Optional.empty();
    }

    /** A card's number with hardly a word beside it. */
    private Optional<Said> privateNumber(String raw, String text) {
        if (!LONG_DIGITS
                .matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC))
                .find()) {
            return Optional.empty();
        }
        return PersonalData.in(raw).stream()
                .filter(it -> PRIVATE.contains(it.kind()))
                .filter(it -> text.length()
                                - words(raw.substring(it.start(), it.end())).length()
                        <= AROUND_NUMBER)
                .filter(it -> !phrases.asks(TurnPatterns.plain(raw)))
                .findFirst()
                .map(it -> new Said(SpeechAct.PRIVATE_NUMBER, it.kind().label()));
    }
}

package dev.yiwen.llm;

import dev.yiwen.privacy.Kind;
import dev.yiwen.privacy.PersonalData;
import dev.yiwen.privacy.PersonalDatum;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text in which personal data is replaced by tokens, and the way back. The same value gets the same token however it is
 * written, so that the text keeps its sense. Only this text's own tokens lead back, letter for letter, and only to its own
 * values.
 */
public final class Redaction {
    private static final String NAMES = Arrays.stream(Kind.values())
            .filter(Kind::isPersonal)
            .map(Kind::label)
            .collect(Collectors.joining("|"));
    private static final Pattern TOKEN = Pattern.compile("\\[(?:" + NAMES + ")\\d+]");
    // What looks like a token: also one that a person typed, or that a model invented or spoiled.
    private static final Pattern LIKE_TOKEN =
            Pattern.compile("[\\[【［〔](\\s{0,9}+(?:" + NAMES + ")[\\s\\p{Nd}_#-]{0,20}+)[]】］〕]?");

    private final Map<String, String> tokenOfValue = new LinkedHashMap<>();
    private final Map<String, String> valueOfToken = new LinkedHashMap<>();
    private final Map<Kind, Integer> counted = new EnumMap<>(Kind.class);
    private final String text;

    private Redaction(@Nullable Redaction before, List<String> earlier, String original) {
        if (before != null) {
            tokenOfValue.putAll(before.tokenOfValue);
            valueOfToken.putAll(before.valueOfToken);
            counted.putAll(before.counted);
        }
        earlier.forEach(this::replaced);
        // Typed tokens are words like others.
        this.text = replaced(LIKE_TOKEN.matcher(original).replaceAll("〔$1〕"));
    }

    public static Redaction of(String original) {
        return new Redaction(null, List.of(), original);
    }

    /** With the tokens that values have from earlier texts of the same conversation. */
    public static Redaction of(List<String> earlier, String original) {
        return new Redaction(null, earlier, original);
    }

    /** Another text after {@code later} ones of the same conversation, with the tokens of this one, which stays as it is. */
    public synchronized Redaction with(List<String> later, String original) {
        return new Redaction(this, later, original);
    }

    private String replaced(String original) {
        var redacted = new StringBuilder(original.length());
        int past = 0;
        for (PersonalDatum it : PersonalData.in(original)) {
            redacted.append(original, past, it.start()).append(token(it, original));
            past = it.end();
        }
        return redacted.append(original, past, original.length()).toString();
    }

    private String token(PersonalDatum found, String original) {
        return tokenOfValue.computeIfAbsent(found.kind().name() + found.value(), it -> {
            String token = "[" + found.kind().label() + counted.merge(found.kind(), 1, Integer::sum) + "]";
            valueOfToken.put(token, original.substring(found.start(), found.end()));
            return token;
        });
    }

    /** Without personal data. */
    public String text() {
        return text;
    }

    /** Another text of the same conversation, without personal data; tokens that stand in it stay. */
    public synchronized String masked(String other) {
        return replaced(other);
    }

    /** What a token stands for. */
    public Optional<String> valueOf(String token) {
        return Optional.ofNullable(valueOfToken.get(token));
    }

    /** The token of something that was found in a text of the conversation. */
    public Optional<String> tokenOf(PersonalDatum found) {
        return Optional.ofNullable(tokenOfValue.get(found.kind().name() + found.value()));
    }

    /** {@code redacted}, or a text made from it, with the personal data put back. */
    public String restore(String redacted) {
        return TOKEN.matcher(redacted)
                .replaceAll(found -> Matcher.quoteReplacement(valueOfToken.getOrDefault(found.group(), found.group())));
    }

    /** {@code redacted} without this text's tokens. */
    public String withoutTokens(String redacted) {
        return TOKEN.matcher(redacted)
                .replaceAll(found ->
                        valueOfToken.containsKey(found.group()) ? "" : Matcher.quoteReplacement(found.group()));
    }

    /** Whether there is a token that is not one of this text's: invented, or spoiled. */
    public boolean holdsForeignToken(String redacted) {
        return LIKE_TOKEN.matcher(withoutTokens(redacted)).find();
    }
}

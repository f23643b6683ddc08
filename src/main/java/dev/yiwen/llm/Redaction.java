package dev.yiwen.llm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text in which personal data is replaced by tokens, and the way back. The same value gets the same token, so that the
 * text keeps its sense. Only this text's own tokens lead back, letter for letter, and only to its own values.
 */
public final class Redaction {
    private static final Map<String, Pattern> KINDS = PersonalData.KINDS;
    private static final String NAMES = KINDS.keySet().stream().collect(Collectors.joining("|"));
    private static final Pattern TOKEN = Pattern.compile("\\[(?:" + NAMES + ")\\d+]");
    // What looks like a token: also one that a person typed, or that a model invented or spoiled.
    private static final Pattern LIKE_TOKEN = Pattern.compile("[\\[【［〔](\\s*(?:" + NAMES + ")[\\s\\p{Nd}_#-]*)[]】］〕]?");

    private final String text;
    private final Map<String, String> valueOfToken;

    private Redaction(String text, Map<String, String> valueOfToken) {
        this.text = text;
        this.valueOfToken = Map.copyOf(valueOfToken);
    }

    public static Redaction of(String original) {
        // Typed tokens are words like others.
        String text = LIKE_TOKEN.matcher(PersonalData.withPlainDigits(original)).replaceAll("〔$1〕");
        var tokenOfValue = new LinkedHashMap<String, String>();
        for (var kind : KINDS.entrySet()) {
            text = kind.getValue().matcher(text).replaceAll(found -> {
                String value = found.group(PersonalData.VALUE);
                String token = tokenOfValue.computeIfAbsent(
                        value, it -> "[" + kind.getKey() + (tokenOfValue.size() + 1) + "]");
                int from = found.start(PersonalData.VALUE) - found.start();
                String around = found.group();
                return Matcher.quoteReplacement(
                        around.substring(0, from) + token + around.substring(from + value.length()));
            });
        }
        var valueOfToken = new LinkedHashMap<String, String>();
        tokenOfValue.forEach((value, token) -> valueOfToken.put(token, value));
        return new Redaction(text, valueOfToken);
    }

    /** Without personal data. */
    public String text() {
        return text;
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

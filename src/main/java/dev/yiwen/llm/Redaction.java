package dev.yiwen.llm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text in which personal data is replaced by tokens, and the way back. The same value gets the same token, so that the
 * text keeps its sense.
 */
public final class Redaction {
    // From the longest to the shortest, so that a part of one is not taken for another.
    private static final Map<String, Pattern> KINDS = kinds();

    private final String text;
    private final Map<String, String> valueOfToken;

    private Redaction(String text, Map<String, String> valueOfToken) {
        this.text = text;
        this.valueOfToken = Map.copyOf(valueOfToken);
    }

    public static Redaction of(String original) {
        var tokenOfValue = new LinkedHashMap<String, String>();
        String text = original;
        for (var kind : KINDS.entrySet()) {
            text = kind.getValue()
                    .matcher(text)
                    .replaceAll(found -> tokenOfValue.computeIfAbsent(
                            found.group(), value -> "[" + kind.getKey() + (tokenOfValue.size() + 1) + "]"));
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
        String restored = redacted;
        for (var entry : valueOfToken.entrySet()) {
            restored = restored.replace(entry.getKey(), entry.getValue());
        }
        return restored;
    }

    private static Map<String, Pattern> kinds() {
        var kinds = new LinkedHashMap<String, Pattern>();
        kinds.put("邮箱", Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"));
        kinds.put(
                "证件号",
                Pattern.compile(
                        "(?<!\\d)[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?!\\d)"));
        kinds.put("银行卡", Pattern.compile("(?<!\\d)(?:\\d{4}[ -]?){3,4}\\d{3,4}(?!\\d)|(?<!\\d)\\d{16,19}(?!\\d)"));
        kinds.put("手机号", Pattern.compile("(?<!\\d)(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)"));
        kinds.put("座机", Pattern.compile("(?<!\\d)0\\d{2,3}[ -]\\d{7,8}(?!\\d)"));
        return kinds;
    }
}

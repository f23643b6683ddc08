package dev.yiwen.knowledge.importing.source;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something to be said of a row or a file, in the language of whoever reads it.
 *
 * @param key of {@code messages/knowledge.properties}, after {@code knowledge.import.}
 * @param facts that the text names
 */
public record Remark(String key, Map<String, String> facts) {
    public Remark {
        facts = Map.copyOf(facts);
    }

    /** @param facts a name and its value, and so on */
    public static Remark of(String key, Object... facts) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            named.put(String.valueOf(facts[i]), String.valueOf(facts[i + 1]));
        }
        return new Remark(key, named);
    }
}

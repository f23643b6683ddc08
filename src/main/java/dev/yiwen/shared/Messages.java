package dev.yiwen.shared;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What users read from the server. {@code messages/<feature>.properties} holds the Chinese texts of a feature,
 * {@code messages/<feature>_en.properties} the English ones, in UTF-8. The key {@code handoff.queued} stands, in full, in the
 * files of {@code handoff}; {@code {position}} in a text is replaced by the fact of that name, or by the {@link StandingWords} of that name.
 */
@Singleton
public class Messages {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    private final Map<String, Properties> files = new ConcurrentHashMap<>();
    private final Function<Locale, Map<String, String>> standing;

    @Inject
    Messages(Instance<StandingWords> standing) {
        // Only when a text has such a place: what knows the words may itself need texts.
        this.standing = language -> standing.get().in(language);
    }

    /** Without standing words. */
    public Messages() {
        this.standing = language -> Map.of();
    }

    /** The Chinese text. */
    public String text(String key, Map<String, String> facts) {
        return text(Locale.CHINESE, key, facts);
    }

    /** The Chinese text of a key without placeholders. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** The text in that language, Chinese when it is not there; fails when no file has the key. */
    public String text(Locale language, String key, Map<String, String> facts) {
        var feature = key.substring(0, Math.max(0, key.indexOf('.')));
        var translated = lookUp(file(feature, language), key);
        var text = translated != null ? translated : lookUp(feature, key);
        if (text == null) {
            throw new IllegalArgumentException("messages/" + feature + ".properties has no " + key);
        }
        return fill(text, facts, translated != null ? language : Locale.CHINESE);
    }

    /** The keys that a feature has in that language. */
    Set<String> of(String feature, Locale language) {
        return files.computeIfAbsent(file(feature, language), Messages::read).stringPropertyNames();
    }

    private static String file(String feature, Locale language) {
        return language.getLanguage().equals("zh") ? feature : feature + "_" + language.getLanguage();
    }

    private @Nullable String lookUp(String file, String key) {
        return files.computeIfAbsent(file, Messages::read).getProperty(key);
    }

    private String fill(String text, Map<String, String> facts, Locale language) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var fact = facts.get(found.group(1));
            return Matcher.quoteReplacement(
                    fact != null ? fact : standing.apply(language).getOrDefault(found.group(1), found.group()));
        });
    }

    private static Properties read(String file) {
        var properties = new Properties();
        try (var stream = Messages.class.getResourceAsStream("/messages/" + file + ".properties")) {
            if (stream != null) {
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}

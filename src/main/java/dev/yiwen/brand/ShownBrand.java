package dev.yiwen.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.shared.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A brand as everybody sees it, with neutral words where the administrator wrote none.
 *
 * @param version 0 until somebody has written one
 * @param avatar address of the bot's picture below the service's own
 * @param languages never empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownBrand(
        int version,
        @JsonProperty("zh-CN") Said chinese,
        @JsonProperty("en") Said english,
        String shortName,
        String hotline,
        @Nullable String avatar,
        @Nullable String accent,
        @Nullable String bubble,
        List<Brand.Topic> topics,
        List<String> languages,
        boolean example,
        String zone) {

    private static final List<String> LANGUAGES = List.of("zh-CN", "en");
    private static final Messages MESSAGES = new Messages();

    public ShownBrand {
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
    }

    /**
     * @param operator empty when there is none
     * @param bot who speaks, in a sentence: 云享的 AI 助手小享
     * @param desk who serves, in a sentence: 云享客服
     */
    public record Said(
            String operator,
            String assistant,
            String label,
            String scope,
            String greeting,
            List<String> questions,
            String bot,
            String desk) {
        public Said {
            questions = List.copyOf(questions);
        }
    }

    static ShownBrand of(int version, Brand brand) {
        return new ShownBrand(
                version,
                said(Locale.CHINESE, brand.chinese()),
                said(Locale.ENGLISH, brand.english()),
                brand.shortName(),
                brand.hotline(),
                address(brand.avatar()),
                brand.accent(),
                brand.bubble(),
                brand.topics(),
                brand.languages().isEmpty() ? LANGUAGES : brand.languages(),
                brand.example(),
                brand.zone());
    }

    public Said in(Locale language) {
        return language.getLanguage().equals("zh") ? chinese : english;
    }

    /** What stands for the placeholders of texts in that language. */
    Map<String, String> standing(Locale language) {
        var said = in(language);
        return Map.of(
                "operator", said.operator().isEmpty() ? text(language, "us") : said.operator(),
                "assistant", said.assistant(),
                "label", said.label(),
                "scope", said.scope(),
                "greeting", said.greeting(),
                "bot", set(language, said.bot()),
                "desk", said.desk());
    }

    /** Between Chinese and Latin letters stands a space. */
    private static String set(Locale language, String text) {
        return language.getLanguage().equals("zh") && text.codePointAt(0) < 128 ? " " + text : text;
    }

    private static Said said(Locale language, Brand.Words words) {
        var label = or(words.label(), text(language, "label"));
        var scope = or(words.scope(), text(language, "scope"));
        var facts =
                Map.of("operator", words.operator(), "assistant", words.assistant(), "label", label, "scope", scope);
        return new Said(
                words.operator(),
                or(words.assistant(), text(language, "assistant")),
                label,
                scope,
                or(words.greeting(), text(language, "greeting", facts)),
                words.questions(),
                text(language, kind("bot", words.operator(), words.assistant()), facts),
                text(language, kind("desk", words.operator(), ""), facts));
    }

    private static String kind(String key, String operator, String assistant) {
        return key + (operator.isEmpty() ? "" : ".of-operator") + (assistant.isEmpty() ? "" : ".with-name");
    }

    private static @Nullable String address(@Nullable UUID picture) {
        return picture == null ? null : "/api/v1/brand/avatars/" + picture;
    }

    private static String or(String own, String neutral) {
        return own.isEmpty() ? neutral : own;
    }

    private static String text(Locale language, String key) {
        return text(language, key, Map.of());
    }

    private static String text(Locale language, String key, Map<String, String> facts) {
        return MESSAGES.text(language, "brand." + key, facts);
    }
}

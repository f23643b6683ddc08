package dev.yiwen.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.shared.HomeZone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The brand as an administrator wrote it; stored as a whole, one version after the other. What is empty or null is said in
 * neutral words, see {@link ShownBrand}.
 *
 * @param shortName of the operator, as customers say it
 * @param avatar of the bot; a picture of {@link Avatars}
 * @param accent {@code #rrggbb}, of buttons, links and badges; pages keep it legible in light and dark
 * @param bubble {@code #rrggbb}, behind what a customer wrote
 * @param languages of the chat, the first is shown first: {@code zh-CN}, {@code en}; empty: both
 * @param example whether it came with the starter knowledge
 * @param zone by which the company lives, as IANA names it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Brand(
        @NotNull @Valid Words chinese,
        @NotNull @Valid Words english,
        @NotNull @Size(max = 20) String shortName,
        @NotNull @Size(max = 30) String hotline,
        @Nullable UUID avatar,
        @Nullable @Pattern(regexp = COLOUR) String accent,
        @Nullable @Pattern(regexp = COLOUR) String bubble,
        @NotNull @Size(max = 200) List<@Valid Topic> topics,
        @NotNull @Size(max = 2) List<@Pattern(regexp = "zh-CN|en") String> languages,
        boolean example,
        @NotNull @Size(max = 60) String zone) {

    static final String COLOUR = "#[0-9a-fA-F]{6}";
    static final Brand NEUTRAL =
            new Brand(Words.NONE, Words.NONE, "", "", null, null, null, List.of(), List.of(), false, HomeZone.USUAL);

    public Brand {
        chinese = Objects.requireNonNullElse(chinese, Words.NONE);
        english = Objects.requireNonNullElse(english, Words.NONE);
        shortName = Words.stripped(shortName);
        hotline = Words.stripped(hotline);
        topics = topics == null ? List.of() : List.copyOf(topics);
        languages = languages == null ? List.of() : List.copyOf(languages);
        // Of a brand that was written before there was a choice.
        zone = zone == null || zone.isBlank() ? HomeZone.USUAL : zone.strip();
    }

    /**
     * What is said in one language.
     *
     * @param operator the company's name
     * @param assistant the bot's name
     * @param label that stands beside all that the bot says
     * @param scope what customers may ask about, as it stands in a sentence: 套餐、话费
     * @param greeting follows the bot's name when a conversation begins
     * @param questions offered when a conversation begins
     */
    public record Words(
            @NotNull @Size(max = 40) String operator,
            @NotNull @Size(max = 20) String assistant,
            @NotNull @Size(max = 20) String label,
            @NotNull @Size(max = 100) String scope,
            @NotNull @Size(max = 200) String greeting,
            @NotNull @Size(max = 8) List<@NotBlank @Size(max = 60) String> questions) {

        static final Words NONE = new Words("", "", "", "", "", List.of());

        public Words {
            operator = stripped(operator);
            assistant = stripped(assistant);
            label = stripped(label);
            scope = stripped(scope);
            greeting = stripped(greeting);
            questions = questions == null ? List.of() : List.copyOf(questions);
        }

        private static String stripped(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    /** @param slug the first part of its articles' slugs: {@code data-packs} */
    public record Topic(
            @NotNull @Pattern(regexp = "[a-z0-9]+(?:-[a-z0-9]+)*") @Size(max = 60) String slug,

            @NotBlank @Size(max = 30) String name,
            @NotNull @Size(max = 40) String english) {}
}

package dev.yiwen.channel.wechat.subscribe;

import dev.yiwen.shared.HomeZone;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a template: its name is a kind and a number, as {@code thing1}, and each kind has its form
 * (developers.weixin.qq.com, subscribe-message).
 *
 * @param name as the template has it
 * @param from what goes in
 * @param text of {@code TEXT}
 */
public record TemplateField(
        @NotNull @Pattern(regexp = "[a-z_]{1,20}[0-9]{1,2}") String name,
        @NotNull Source from,
        @Nullable @Size(max = 32) String text) {

    /** What a field is filled with. */
    public enum Source {
        /** The beginning of the answer that waits. */
        ANSWER,
        /** When it was given. */
        TIME,
        /** The same words each time. */
        TEXT
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final int THING = 20;

    /** In characters, what kinds take that people's words may stand in. */
    private static final Map<String, Integer> WORDS = Map.of("thing", THING, "phrase", 5, "name", 10, "car_number", 8);

    /** And what the others look like. */
    private static final Map<String, java.util.regex.Pattern> FORMS = Map.of(
            "number", java.util.regex.Pattern.compile("-?[0-9]{1,32}(\\.[0-9]{1,9})?"),
            "letter", java.util.regex.Pattern.compile("[A-Za-z]{1,32}"),
            "symbol", java.util.regex.Pattern.compile("\\p{Punct}{1,5}"),
            "character_string", java.util.regex.Pattern.compile("[\\x21-\\x7E]{1,32}"),
            "amount", java.util.regex.Pattern.compile("[¥$]?[0-9]{1,10}(\\.[0-9]{1,2})?元?"),
            "phone_number", java.util.regex.Pattern.compile("[0-9+\\- ]{1,17}"));

    /** Whether WeChat would take what it is filled with. */
    boolean sensible() {
        var words = text == null ? "" : text.strip();
        return switch (from) {
            case ANSWER -> kind().equals("thing");
            case TIME -> kind().equals("time") || kind().equals("date");
            case TEXT -> {
                var most = WORDS.get(kind());
                var form = FORMS.get(kind());
                yield !words.isEmpty()
                        && (most != null
                                ? characters(words) <= most && !words.contains("\n")
                                : form != null && form.matcher(words).matches());
            }
        };
    }

    /** Never longer than WeChat takes it, and never empty, which it refuses, too. */
    String filled(String answer, Instant at) {
        return switch (from) {
            case ANSWER -> excerpt(answer);
            case TIME -> (kind().equals("date") ? DATE : TIME).format(at.atZone(HomeZone.id()));
            case TEXT -> Optional.ofNullable(text).map(String::strip).orElse("");
        };
    }

    private String kind() {
        return name.replaceFirst("[0-9]+$", "");
    }

    private static String excerpt(String answer) {
        var line = answer.replaceAll("\\p{Cntrl}++|\\s++", " ").strip();
        if (line.isEmpty()) {
            return "…";
        }
        return characters(line) <= THING ? line : line.substring(0, line.offsetByCodePoints(0, THING - 1)) + "…";
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}

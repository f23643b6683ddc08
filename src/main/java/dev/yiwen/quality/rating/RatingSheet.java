package dev.yiwen.quality.rating;

import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Sheet;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Ratings as a table for a spreadsheet. */
@Singleton
final class RatingSheet {
    private static final List<String> COLUMNS = List.of("at", "agent", "customer", "score", "comment", "conversation");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Messages messages;

    RatingSheet(Messages messages) {
        this.messages = messages;
    }

    byte[] of(List<Rating> ratings, Locale language) {
        var head = COLUMNS.stream().map(it -> word(language, it)).toList();
        var bot = word(language, "bot");
        return Sheet.of(head, ratings.stream().map(it -> cells(it, bot)));
    }

    private String word(Locale language, String key) {
        return messages.text(language, "quality.ratings." + key, Map.of());
    }

    private static List<String> cells(Rating it, String bot) {
        return List.of(
                TIME.format(it.at().atZone(HomeZone.id())),
                it.agent() == null ? bot : it.agent().name(),
                Objects.requireNonNullElse(it.customer(), ""),
                Integer.toString(it.score()),
                Objects.requireNonNullElse(it.comment(), ""),
                it.conversationId().value().toString());
    }
}

package dev.yiwen.knowledge.usefulness;

import dev.yiwen.knowledge.ArticleCounts.Measure;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Sheet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The list as a table for a spreadsheet. */
@Singleton
final class UsefulnessSheet {
    private static final List<String> COLUMNS =
            List.of("title", "slug", "author", "revision", "live-from", "valid-to", "looked-at", "cost");

    private final Messages messages;

    UsefulnessSheet(Messages messages) {
        this.messages = messages;
    }

    byte[] of(List<Usefulness> all, Locale language) {
        var head = Stream.concat(
                        COLUMNS.stream(),
                        Stream.of(Measure.values()).map(it -> it.name().toLowerCase(Locale.ROOT)))
                .map(it -> messages.text(language, "knowledge.usefulness." + it.replace('_', '-'), Map.of()))
                .toList();
        return Sheet.of(head, all.stream().map(UsefulnessSheet::cells));
    }

    private static List<String> cells(Usefulness it) {
        return Stream.concat(
                        Stream.of(
                                it.title(),
                                it.slug(),
                                it.author(),
                                Integer.toString(it.revision()),
                                day(it.liveFrom()).toString(),
                                Objects.toString(it.validTo(), ""),
                                day(it.lookedAt()).toString(),
                                Integer.toString(it.cost())),
                        Stream.of(Measure.values())
                                .map(measure -> Integer.toString(it.counts().get(measure))))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(HomeZone.id()).toLocalDate();
    }
}

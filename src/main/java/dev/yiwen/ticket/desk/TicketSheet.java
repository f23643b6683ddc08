package dev.yiwen.ticket.desk;

import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Sheet;
import dev.yiwen.ticket.Ticket;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tickets as a table for a spreadsheet; how to reach a customer is not in it. */
@Singleton
final class TicketSheet {
    private static final List<String> COLUMNS = List.of(
            "number",
            "kind",
            "title",
            "state",
            "priority",
            "owner",
            "customer",
            "opened",
            "due",
            "resolved",
            "resolution");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Messages messages;

    TicketSheet(Messages messages) {
        this.messages = messages;
    }

    byte[] of(List<Ticket> tickets, Locale language) {
        var head = COLUMNS.stream().map(it -> word(language, it)).toList();
        return Sheet.of(head, tickets.stream().map(it -> cells(it, language)));
    }

    private String word(Locale language, String key) {
        return messages.text(language, "ticket.sheet." + key, Map.of());
    }

    private List<String> cells(Ticket it, Locale language) {
        return Stream.of(
                        Long.toString(it.number()),
                        it.kindLabel().in(language),
                        it.title(),
                        word(language, it.state().name()),
                        word(language, it.priority().name()),
                        it.owner() == null ? "" : it.owner().name(),
                        it.customer() == null
                                ? ""
                                : Objects.requireNonNullElse(it.customer().name(), ""),
                        time(it.openedAt()),
                        time(due(it)),
                        time(it.resolvedAt()),
                        Objects.requireNonNullElse(it.resolution(), ""),
                        it.fields().stream()
                                .map(field -> field.label().in(language) + "=" + field.value())
                                .collect(Collectors.joining("; ")))
                .toList();
    }

    private static @Nullable Instant due(Ticket ticket) {
        return ticket.resolvedAt() != null
                ? null
                : ticket.next().map(Ticket.Due::dueAt).orElse(null);
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(HomeZone.id()));
    }
}

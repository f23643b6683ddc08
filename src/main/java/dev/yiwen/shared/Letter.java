package dev.yiwen.shared;

import java.util.List;

/**
 * An e-mail.
 *
 * @param to each of them gets one for themselves
 */
public record Letter(List<String> to, String subject, String text, List<Enclosure> enclosures) {
    public Letter {
        to = List.copyOf(to);
        enclosures = List.copyOf(enclosures);
    }

    /** @param type {@code application/pdf} */
    @SuppressWarnings("ArrayRecordComponent")
    public record Enclosure(String name, String type, byte[] content) {}
}

package dev.yiwen.audit.trail;

import java.util.Map;
import java.util.StringJoiner;

/**
 * A line of ArcSight's Common Event Format, version 0, as security information systems read it. In the head {@code |} and
 * {@code \} are escaped, in the extension {@code =}, {@code \} and ends of lines; other control characters become spaces, so
 * that nothing that was logged makes a second line or another field.
 */
final class CommonEventFormat {
    private static final String HEAD = "CEF:0|Yiwen|Yiwen|1|";
    private static final int NOTABLE = 6;
    private static final int USUAL = 3;

    private CommonEventFormat() {}

    static String line(Entry it) {
        var extension = new StringJoiner(" ");
        add(extension, "rt", Long.toString(it.at().toEpochMilli()));
        add(extension, "externalId", it.id().toString());
        add(extension, "cn1Label", "number");
        add(extension, "cn1", Long.toString(it.number()));
        if (it.actor() != null) {
            add(extension, "suid", it.actor().toString());
        }
        if (it.address() != null) {
            add(extension, it.address().contains(":") ? "c6a2" : "src", it.address());
        }
        add(extension, "cs1Label", "subject");
        add(extension, "cs1", it.subject());
        add(extension, "cs2Label", "details");
        add(extension, "cs2", details(it.details()));
        add(extension, "cs3Label", "hash");
        add(extension, "cs3", it.hash());
        return HEAD + head(it.kind()) + "|" + head(it.kind().replace('.', ' ').replace('-', ' ')) + "|"
                + severity(it.kind()) + "|" + extension;
    }

    /** 0 to 10; what somebody tried and may not, and what cannot be undone, is worth a look. */
    private static int severity(String kind) {
        return kind.endsWith("failed")
                        || kind.endsWith("denied")
                        || kind.endsWith("erased")
                        || kind.startsWith("reveal")
                ? NOTABLE
                : USUAL;
    }

    private static String details(Map<String, String> details) {
        var text = new StringJoiner("; ");
        details.forEach((name, value) -> text.add(name + ": " + value));
        return text.toString();
    }

    private static void add(StringJoiner extension, String name, String value) {
        extension.add(name + "="
                + plain(value.replace("\\", "\\\\")
                        .replace("=", "\\=")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n")));
    }

    private static String head(String text) {
        return plain(text.replace("\\", "\\\\").replace("|", "\\|"));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }
}

package dev.yiwen.audit;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that matters to rights, knowledge or people's data. The log outlives what it speaks of and is not erased with a
 * customer, so it names people by id alone, and holds neither secrets nor what anybody wrote.
 *
 * @param kind a constant of {@link AuditKind}: one to four words of lower-case letters and hyphens, full stops between
 *     them, from the general to the particular
 * @param actor the member of staff who did it; null for a customer, the service itself, or somebody who is not signed in
 * @param subject what it was done to, e.g. {@code staff:<id>}, {@code customer:<id>}, {@code article:<id>}; at most 200
 *     characters
 * @param details at most 20 short facts, e.g. {@code roles=AGENT,EDITOR}; longer values are cut at 500 characters
 */
public record AuditEvent(String kind, @Nullable UUID actor, String subject, Map<String, String> details) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,29}(\\.[a-z][a-z-]{0,29}){0,3}");
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_DETAIL = 500;
    private static final int MOST_DETAILS = 20;

    public AuditEvent {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("\"" + kind + "\" is no kind of audit event.");
        }
        subject = storable(subject, LONGEST_SUBJECT);
        details = details.entrySet().stream()
                .limit(MOST_DETAILS)
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> storable(entry.getValue(), LONGEST_DETAIL)));
    }

    /** PostgreSQL takes neither NUL nor half of a pair, and a cut must not make one. */
    private static String storable(String text, int longest) {
        return text.codePoints()
                .filter(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

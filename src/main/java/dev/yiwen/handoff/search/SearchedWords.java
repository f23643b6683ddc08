package dev.yiwen.handoff.search;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param words folded
 * @param visitor the end of a conversation's id, by which visitors without a name are called
 * @param ticket its number
 * @param id of a conversation
 */
record SearchedWords(
        String words,
        @Nullable String visitor,
        @Nullable Long ticket,
        @Nullable UUID id) {
    private static final Pattern VISITOR = Pattern.compile("(?:访客|visitor)?\\s*([0-9a-f]{4})");
    private static final Pattern TICKET = Pattern.compile("(?:工单|ticket)?\\s*(?:编?号|no\\.?)?\\s*#?\\s*(\\d{1,12})");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static SearchedWords of(String q) {
        var words = Folding.of(q.strip()).strip();
        var visitor = VISITOR.matcher(words);
        var ticket = TICKET.matcher(words);
        return new SearchedWords(
                words,
                visitor.matches() ? visitor.group(1) : null,
                ticket.matches() ? Long.valueOf(ticket.group(1)) : null,
                ID.matcher(words).matches() ? UUID.fromString(words) : null);
    }

    /** A pair of characters is what the index knows. */
    boolean isOneCharacter() {
        return words.codePointCount(0, words.length()) == 1;
    }

    Tuple parameters(@Nullable ConversationId before, StaffId reader) {
        return Tuple.tuple()
                .addString(words)
                .addString("%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .addUUID(before == null ? null : before.value())
                .addUUID(reader.value())
                .addString(visitor)
                .addLong(ticket)
                .addUUID(id);
    }
}

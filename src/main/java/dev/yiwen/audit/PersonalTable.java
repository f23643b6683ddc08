package dev.yiwen.audit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table with customers' data, as the feature that owns it describes it. What is said here is exported and erased; a test
 * asks the database for tables that nobody describes.
 *
 * @param depth those that refer to others are erased before them
 * @param where which rows, of the table as {@code t}: {@code $1} is an array of customers' ids, {@code $2} of conversations'
 * @param hidden columns that are not handed out: who of the staff, and what is nobody's data
 * @param withheld why none of it is handed out; null when it is
 */
public record PersonalTable(
        String name,
        Depth depth,
        String where,
        Set<String> hidden,
        @Nullable String withheld) {

    /** What refers to what, the outermost first. */
    public enum Depth {
        LEAF,
        MESSAGE,
        TICKET,
        CONVERSATION,
        CUSTOMER
    }

    private static final String OF_CONVERSATION = "t.conversation_id = any($2::uuid[])";
    private static final String OF_CUSTOMER = "t.customer_id = any($1::uuid[])";

    public PersonalTable {
        hidden = Set.copyOf(hidden);
    }

    /** That refers to its conversation by {@code conversation_id}. */
    public static PersonalTable ofConversation(String name, String... hidden) {
        return new PersonalTable(name, Depth.LEAF, OF_CONVERSATION, Set.of(hidden), null);
    }

    /** That refers to its customer by {@code customer_id}. */
    public static PersonalTable ofCustomer(String name, String... hidden) {
        return new PersonalTable(name, Depth.LEAF, OF_CUSTOMER, Set.of(hidden), null);
    }

    public PersonalTable at(Depth depth) {
        return new PersonalTable(name, depth, where, hidden, withheld);
    }

    public PersonalTable where(String where) {
        return new PersonalTable(name, depth, where, hidden, withheld);
    }

    /** Erased, but not handed out. */
    public PersonalTable withheld(String why) {
        return new PersonalTable(name, depth, where, hidden, why);
    }

    public String count() {
        return "select count(*) from " + from();
    }

    public String lock() {
        return "select from " + from() + " order by t.id for update";
    }

    String delete() {
        return "delete from " + from();
    }

    /** A row a line, as JSON without what is hidden. */
    public String rows() {
        return "select jsonb_pretty(jsonb_strip_nulls(to_jsonb(t) - array["
                + List.copyOf(hidden).stream()
                        .map(column -> "'" + column + "'")
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("")
                + "]::text[])) as row from " + from();
    }

    /** Both parameters stand in every statement, so that all take the same. */
    private String from() {
        return name + " t where (" + where + ") and $1::uuid[] is not null and $2::uuid[] is not null";
    }
}

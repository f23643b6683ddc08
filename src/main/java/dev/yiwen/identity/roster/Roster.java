package dev.yiwen.identity.roster;

import java.util.List;
import java.util.Set;

/** Who shall get an account, and what keeps each line from being one. */
public record Roster(List<Person> people, List<Fault> faults) {
    /** More than a company hires at once; each has a password that takes a tenth of a second to hash. */
    public static final int MOST = 200;

    public Roster {
        people = List.copyOf(people);
        faults = List.copyOf(faults);
    }

    /** @param line in the file, from one */
    public record Person(int line, String login, String name, Set<String> roles) {}

    /**
     * @param line in the file, from one
     * @param value what stands there, where that helps
     */
    public record Fault(int line, What what, String value) {}

    /** What is wrong with a line; the page has the words. */
    public enum What {
        LOGIN_MISSING,
        /** Not as logins are. */
        LOGIN_SHAPE,
        /** Somebody has it. */
        LOGIN_TAKEN,
        /** An earlier line has it. */
        LOGIN_TWICE,
        NAME_MISSING,
        NAME_LONG,
        ROLES_MISSING,
        ROLE_UNKNOWN,
        /** It has rights that are not to give for whoever brings the file. */
        ROLE_NOT_YOURS,
        /** The first line does not name that column. */
        COLUMN_MISSING,
        NOBODY,
        TOO_MANY,
        /** A workbook rather than CSV. */
        WORKBOOK,
        /** A quotation mark that does not end, or the like. */
        BROKEN
    }
}

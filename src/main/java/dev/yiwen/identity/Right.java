package dev.yiwen.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a member of staff may do: the one list that every check asks, by {@code @RolesAllowed} with {@code Right.Names} or by
 * {@link Staff#may}. Roles are named sets of them; the staff page has a sentence for each.
 */
public enum Right {
    /** Take customers from the queue and answer them; read those conversations, and reveal in them what is masked. */
    ANSWER,
    /** See tickets and work on them; reveal what is masked in one's own. */
    TICKETS,
    /** Read every conversation and why the bot said what it said; search all of them. */
    READ_ALL,
    /** The floor, the queue, whispers, taking over, what colleagues have on their desks; goes with {@link #READ_ALL}. */
    SUPERVISE,
    /** Reveal what is masked in whatever one may read; without it, in one's own work alone. */
    REVEAL,
    /** Who gets which customers, and when; which kinds of tickets there are. */
    ROUTING,
    /** Write articles and the words the bot listens for; see the bot's turns, masked. */
    EDIT,
    /** Let customers have an article, or take it from them; goes with {@link #EDIT}. */
    PUBLISH,
    /** Accounts of colleagues, and own roles. */
    STAFF,
    /** Brand, example knowledge, first steps. */
    SETTINGS,
    /** API keys, webhooks, code to embed, what operators look at. */
    INTEGRATIONS,
    /** The audit log. */
    AUDIT,
    /** A customer's data: found, held, erased; handed out by who may also read and reveal everything. */
    PRIVACY;

    /** What a company's daily work is made of: whoever manages staff gives it to colleagues without having it. */
    private static final Set<Right> DAILY = EnumSet.of(ANSWER, TICKETS, EDIT, PUBLISH);

    /** Whether only those who hold it may give it. */
    public boolean guarded() {
        return !DAILY.contains(this);
    }

    /** With those that go with them. */
    public static Set<Right> whole(Set<Right> some) {
        var whole = EnumSet.noneOf(Right.class);
        whole.addAll(some);
        if (whole.contains(SUPERVISE)) {
            whole.add(READ_ALL);
        }
        if (whole.contains(PUBLISH)) {
            whole.add(EDIT);
        }
        return whole;
    }

    /** Of their names as they are stored; one that a later version knows is passed over: deny on doubt. */
    public static Set<Right> of(String... names) {
        var known = Stream.of(values()).collect(Collectors.toMap(Right::name, it -> it));
        return whole(Stream.of(names)
                .filter(known::containsKey)
                .map(known::get)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class))));
    }

    /** The names as constants, for annotations. */
    public static final class Names {
        public static final String ANSWER = "ANSWER";
        public static final String TICKETS = "TICKETS";
        public static final String READ_ALL = "READ_ALL";
        public static final String SUPERVISE = "SUPERVISE";
        public static final String REVEAL = "REVEAL";
        public static final String ROUTING = "ROUTING";
        public static final String EDIT = "EDIT";
        public static final String PUBLISH = "PUBLISH";
        public static final String STAFF = "STAFF";
        public static final String SETTINGS = "SETTINGS";
        public static final String INTEGRATIONS = "INTEGRATIONS";
        public static final String AUDIT = "AUDIT";
        public static final String PRIVACY = "PRIVACY";

        private Names() {}
    }
}

package dev.yiwen.identity;

/** What a member of staff may do; the names stand in {@code @RolesAllowed} as {@code Role.Names}. An admin has all. */
public enum Role {
    AGENT,
    EDITOR,
    SUPERVISOR,
    ADMIN;

    /** The names as constants, for annotations. */
    public static final class Names {
        public static final String AGENT = "AGENT";
        public static final String EDITOR = "EDITOR";
        public static final String SUPERVISOR = "SUPERVISOR";
        public static final String ADMIN = "ADMIN";

        private Names() {}
    }
}

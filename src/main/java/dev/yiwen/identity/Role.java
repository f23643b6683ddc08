package dev.yiwen.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles that every installation has; a company adds its own. Nothing is checked by role, but by {@link Right}. */
public enum Role {
    AGENT(EnumSet.of(Right.ANSWER, Right.TICKETS)),
    EDITOR(EnumSet.of(Right.EDIT, Right.PUBLISH)),
    SUPERVISOR(EnumSet.of(Right.TICKETS, Right.READ_ALL, Right.SUPERVISE, Right.REVEAL, Right.ROUTING)),
    /** Runs the installation; reads no conversation and reveals nothing. */
    ADMIN(EnumSet.of(Right.ROUTING, Right.STAFF, Right.SETTINGS, Right.INTEGRATIONS, Right.AUDIT, Right.PRIVACY));

    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = Set.copyOf(rights);
    }

    /** The table {@code staff_role} says the same, for queries. */
    public Set<Right> rights() {
        return rights;
    }

    public static Set<String> names(Collection<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.toSet());
    }
}

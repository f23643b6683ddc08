package dev.yiwen.identity;

import java.util.Set;

/**
 * A member of staff who can sign in.
 *
 * @param roles by name: those of {@link Role}, and the company's own
 * @param rights that these roles amount to
 */
public record Staff(
        StaffId id,
        String login,
        String name,
        Set<String> roles,
        Set<Right> rights,
        boolean active,
        boolean mustChangePassword,
        boolean secondFactor) {

    public Staff {
        roles = Set.copyOf(roles);
        rights = Set.copyOf(rights);
    }

    public boolean may(Right right) {
        return active && rights.contains(right);
    }

    public Staff withPasswordChanged() {
        return new Staff(id, login, name, roles, rights, active, false, secondFactor);
    }
}

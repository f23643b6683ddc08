package dev.yiwen.identity;

import java.util.Set;

/** A member of staff who can sign in. */
public record Staff(
        StaffId id,
        String login,
        String name,
        Set<Role> roles,
        boolean active,
        boolean mustChangePassword,
        boolean secondFactor) {

    public boolean may(Role role) {
        return active && (roles.contains(Role.ADMIN) || roles.contains(role));
    }

    public Staff withPasswordChanged() {
        return new Staff(id, login, name, roles, active, false, secondFactor);
    }
}

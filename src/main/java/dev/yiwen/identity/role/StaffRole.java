package dev.yiwen.identity.role;

import dev.yiwen.identity.Right;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A named set of rights.
 *
 * @param builtIn every installation has it, and nobody changes it
 * @param holders who has it, by name; those who are deactivated as well
 */
public record StaffRole(UUID id, String name, Set<Right> rights, boolean builtIn, List<String> holders) {
    public StaffRole {
        rights = Set.copyOf(rights);
        holders = List.copyOf(holders);
    }
}

package dev.yiwen.identity.roster;

import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.identity.StaffMembers.Fresh;
import dev.yiwen.identity.password.OneTimePassword;
import dev.yiwen.identity.role.Giving;
import dev.yiwen.identity.role.StaffRole;
import dev.yiwen.identity.role.StaffRoles;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the accounts of a file: all of them, or none where a line has a fault. */
@Singleton
public final class RosterImport {
    private static final int LARGEST = 256 * 1024;

    private final StaffMembers members;
    private final StaffRoles roles;

    RosterImport(StaffMembers members, StaffRoles roles) {
        this.members = members;
        this.roles = roles;
    }

    /** Somebody who can sign in now; the password is told this once. */
    public record Created(String login, String name, String oneTimePassword) {}

    /** What would be made, and what keeps it from being made; {@code TOO_LARGE} beyond 256 KB. */
    public Uni<Roster> preview(byte[] file, Staff by) {
        if (file.length > LARGEST) {
            throw new Problem(Problem.Kind.TOO_LARGE, "A file of accounts has at most 256 KB.");
        }
        return Uni.combine()
                .all()
                .unis(members.all(), roles.all())
                .asTuple()
                .map(it -> RosterFile.read(
                        file,
                        it.getItem1().stream().map(Staff::login).collect(Collectors.toSet()),
                        givable(it.getItem2(), by)));
    }

    /** {@code INVALID} when a line has a fault; else as {@link StaffMembers#createAll}. */
    public Uni<List<Created>> create(byte[] file, Staff by) {
        return preview(file, by)
                .map(RosterImport::fresh)
                .chain(fresh -> members.createAll(fresh, by)
                        .replaceWith(() -> fresh.stream()
                                .map(it -> new Created(it.login(), it.name(), it.oneTimePassword()))
                                .toList()));
    }

    /** By name, whether that person may give it. */
    private static Map<String, Boolean> givable(List<StaffRole> roles, Staff by) {
        var rights = Giving.givable(by);
        return roles.stream().collect(Collectors.toMap(StaffRole::name, it -> rights.containsAll(it.rights())));
    }

    private static List<Fresh> fresh(Roster roster) {
        if (!roster.faults().isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "Line " + roster.faults().getFirst().line() + " has a fault; look at the preview.");
        }
        return roster.people().stream()
                .map(it -> new Fresh(it.login(), it.name(), it.roles(), OneTimePassword.next()))
                .toList();
    }
}

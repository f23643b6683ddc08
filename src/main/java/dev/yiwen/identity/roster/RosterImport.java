package dev.yiwen.identity.roster;

import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.identity.StaffMembers.Fresh;
import dev.yiwen.identity.password.OneTimePassword;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the accounts of a file: all of them, or none where a line has a fault. */
@Singleton
public final class RosterImport {
    private static final int LARGEST = 256 * 1024;

    private final StaffMembers members;

    RosterImport(StaffMembers members) {
        this.members = members;
    }

    /** Somebody who can sign in now; the password is told this once. */
    public record Created(String login, String name, String oneTimePassword) {}

    /** What would be made, and what keeps it from being made; {@code TOO_LARGE} beyond 256 KB. */
    public Uni<Roster> preview(byte[] file) {
        if (file.length > LARGEST) {
            throw new Problem(Problem.Kind.TOO_LARGE, "A file of accounts has at most 256 KB.");
        }
        return members.all()
                .map(all -> RosterFile.read(file, all.stream().map(Staff::login).collect(Collectors.toSet())));
    }

    /** {@code INVALID} when a line has a fault, {@code CONFLICT} when a login was taken meanwhile. */
    public Uni<List<Created>> create(byte[] file) {
        return preview(file)
                .map(RosterImport::fresh)
                .chain(fresh -> members.createAll(fresh)
                        .replaceWith(() -> fresh.stream()
                                .map(it -> new Created(it.login(), it.name(), it.oneTimePassword()))
                                .toList()));
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

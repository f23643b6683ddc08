package dev.yiwen.ticket.access;

import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.ticket.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Those to whom a ticket can be given: by name alone, for agents do not read who else may do what. */
@Singleton
public final class Assignees {
    private final StaffMembers members;

    Assignees(StaffMembers members) {
        this.members = members;
    }

    public Uni<List<Ticket.Person>> all() {
        return members.all()
                .map(all -> all.stream()
                        .filter(it -> it.may(Right.TICKETS))
                        .map(it -> new Ticket.Person(it.id(), it.name()))
                        .toList());
    }
}

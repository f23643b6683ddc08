package dev.yiwen.identity;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds the member of staff behind a session's token, while the session stands. */
@Singleton
public final class StaffSessions {
    private final Tokens tokens;
    private final StaffMembers members;

    StaffSessions(Tokens tokens, StaffMembers members) {
        this.tokens = tokens;
        this.members = members;
    }

    /** Looks the session up each time: one that was ended elsewhere ends here with the next request. */
    public Uni<Optional<Staff>> find(String token) {
        return tokens.verifyStaff(token)
                .chain(session -> session.map(members::standing)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }
}

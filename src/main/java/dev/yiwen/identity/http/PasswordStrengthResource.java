package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.password.PasswordStrength;
import dev.yiwen.identity.password.PasswordStrength.Judgement;
import dev.yiwen.shared.RateLimit;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;

/** Judges a password while somebody thinks of one; nothing of it is kept. */
@Path("/api/v1/session/password/strength")
final class PasswordStrengthResource {
    /** Somebody types; the page asks when they stop. */
    private static final RateLimit.Rate TYPING = new RateLimit.Rate(60, Duration.ofSeconds(1));

    private final PasswordStrength strength;
    private final RateLimit limit;
    private final CurrentStaff current;

    PasswordStrengthResource(PasswordStrength strength, RateLimit limit, CurrentStaff current) {
        this.strength = strength;
        this.limit = limit;
        this.current = current;
    }

    record Thought(@NotNull @Size(max = 256) String password) {}

    /** @param hints what would help: keys of zxcvbn's texts, such as {@code sequence.warning.likeABCor6543} */
    record Judged(boolean enough, int score, int bytes, List<String> hints) {
        static Judged of(Judgement it) {
            return new Judged(it.enough(), it.score(), it.bytes(), it.hints());
        }
    }

    @POST
    public Uni<Judged> judge(@NotNull @Valid Thought thought) {
        var staff = current.get();
        return limit.require("password-strength", staff.id().value().toString(), TYPING, "Not so fast.")
                .chain(() -> strength.judge(thought.password(), staff.login(), staff.name()))
                .map(Judged::of);
    }
}

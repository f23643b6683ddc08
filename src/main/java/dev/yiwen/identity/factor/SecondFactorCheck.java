package dev.yiwen.identity.factor;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.password.Guesses;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks codes of the second step, no faster than they may be guessed; each counts once. */
@Singleton
public final class SecondFactorCheck {
    private static final Pattern OF_AN_AUTHENTICATOR = Pattern.compile("[0-9]{6}");

    private static final String SECRET =
            "select secret from second_factor where staff_id = $1 and confirmed_at is not null";

    /** Of two that come at once, one is the first. */
    private static final String TAKE =
            "update second_factor set last_step = $2 where staff_id = $1 and confirmed_at is not null and last_step < $2";

    private static final String USE = """
            with used as (
              update recovery_code set used_at = now() where staff_id = $1 and hash = $2 and used_at is null returning 1
            )
            select (select count(*) from used) as used,
              (select count(*) from recovery_code where staff_id = $1 and used_at is null) - (select count(*) from used) as left
            """;

    private final Pool database;
    private final Guesses guesses;
    private final AuditLog audit;

    SecondFactorCheck(Pool database, Guesses guesses, AuditLog audit) {
        this.database = database;
        this.guesses = guesses;
        this.audit = audit;
    }

    /**
     * After the password. Fails with {@code SECOND_FACTOR_REQUIRED} without a code, {@code SECOND_FACTOR_WRONG} for a wrong,
     * old or used one, and {@code TOO_MANY_REQUESTS} after such.
     */
    public Uni<Void> require(Staff staff, @Nullable String code) {
        if (!staff.secondFactor()) {
            return Uni.createFrom().voidItem();
        }
        if (code == null || code.isBlank()) {
            return Uni.createFrom()
                    .failure(new Problem(Kind.SECOND_FACTOR_REQUIRED, "Send the code of your authenticator, too."));
        }
        return guesses.beginCode(staff.login())
                .chain(() -> matches(staff, code)
                        .onFailure()
                        .call(() -> guesses.uncountCode(staff.login()))
                        .chain(right -> right ? guesses.uncountCode(staff.login()) : failed(staff)));
    }

    private Uni<Boolean> matches(Staff staff, String code) {
        var digits = code.replaceAll("\\s", "");
        return OF_AN_AUTHENTICATOR.matcher(digits).matches() ? ofAuthenticator(staff, digits) : recovery(staff, code);
    }

    private Uni<Boolean> ofAuthenticator(Staff staff, String code) {
        return database.preparedQuery(SECRET)
                .execute(Tuple.of(staff.id().value()))
                .chain(rows -> {
                    var step = rows.rowCount() == 0
                            ? java.util.OptionalLong.empty()
                            : Authenticator.step(rows.iterator().next().getString("secret"), code, Instant.now());
                    return step.isEmpty() ? Uni.createFrom().item(false) : take(staff, step.getAsLong());
                });
    }

    private Uni<Boolean> take(Staff staff, long step) {
        return database.preparedQuery(TAKE)
                .execute(Tuple.of(staff.id().value(), step))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Boolean> recovery(Staff staff, String code) {
        var id = staff.id().value();
        return database.preparedQuery(USE)
                .execute(Tuple.of(id, io.vertx.core.buffer.Buffer.buffer(RecoveryCodes.hash(id, code))))
                .map(rows -> rows.iterator().next())
                .chain(row -> row.getLong("used") == 0
                        ? Uni.createFrom().item(false)
                        : audit.append(event(
                                        AuditKind.RECOVERY_CODE_USED,
                                        staff,
                                        Map.of("left", row.getLong("left").toString())))
                                .replaceWith(true));
    }

    private Uni<Void> failed(Staff staff) {
        return audit.append(new AuditEvent(
                        AuditKind.SIGN_IN_FAILED, null, "staff:" + staff.id().value(), Map.of("step", "code")))
                .chain(() -> Uni.createFrom().failure(new Problem(Kind.SECOND_FACTOR_WRONG, "This code is wrong.")));
    }

    private static AuditEvent event(String kind, Staff staff, Map<String, String> details) {
        return new AuditEvent(kind, staff.id().value(), "staff:" + staff.id().value(), details);
    }
}

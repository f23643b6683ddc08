package dev.yiwen.identity;

import dev.yiwen.shared.Problem;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Hashes and checks passwords with bcrypt: slow on purpose, therefore on a worker thread. */
final class Passwords {
    private static final int SHORTEST = 10;
    private static final int LONGEST_BYTES = 72; // bcrypt ignores what follows
    private static final int COST = 11;
    /** Compared with when there is no such login, so that the answer takes as long. */
    private static final String NOBODY = BcryptUtil.bcryptHash(OneTimePassword.next(), COST);

    private Passwords() {}

    static Uni<String> hash(String password) {
        if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Uni.createFrom()
                    .failure(new Problem(
                            Problem.Kind.INVALID,
                            "A password has at least " + SHORTEST + " characters and at most " + LONGEST_BYTES
                                    + " bytes."));
        }
        return onWorker(() -> BcryptUtil.bcryptHash(password, COST));
    }

    static Uni<Boolean> matches(String password, String hash) {
        return onWorker(() -> BcryptUtil.matches(password, hash));
    }

    static Uni<Boolean> matchesNobody(String password) {
        return onWorker(() -> BcryptUtil.matches(password, NOBODY)).replaceWith(false);
    }

    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}

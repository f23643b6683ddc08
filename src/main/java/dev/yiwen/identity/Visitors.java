package dev.yiwen.identity;

import dev.yiwen.identity.token.SigningSecret;
import dev.yiwen.identity.token.Tokens;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.RateLimit;
import dev.yiwen.shared.RateLimit.Rate;
import dev.yiwen.shared.RateLimit.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets anonymous customers in; an address that brings very many pays for each with a little work. */
@Singleton
public final class Visitors {
    private final Customers customers;
    private final Tokens tokens;
    private final SigningSecret secret;
    private final RateLimit limit;
    private final VisitorConfig config;

    Visitors(Customers customers, Tokens tokens, SigningSecret secret, RateLimit limit, VisitorConfig config) {
        this.customers = customers;
        this.tokens = tokens;
        this.secret = secret;
        this.limit = limit;
        this.config = config;
    }

    public sealed interface Arrival {
        record Welcome(CustomerId id, String token) implements Arrival {}

        /** Come again with this solved. */
        record Solve(Puzzle puzzle) implements Arrival {}
    }

    public record Proof(String puzzle, long number) {}

    /** Fails with {@code INVALID} for a bad proof, with {@code TOO_MANY_REQUESTS} beyond the most. */
    public Uni<Arrival> arrive(ClientAddress from, @Nullable Proof proof) {
        return proof == null ? unproven(from) : check(proof).chain(() -> welcome(from));
    }

    /** A token for a customer whom somebody else has recognised, as for a visitor. */
    public Uni<String> recognised(CustomerId customer) {
        return tokens.customer(customer);
    }

    private Uni<Arrival> unproven(ClientAddress from) {
        return switch (config.challenged()) {
            case NEVER -> welcome(from);
            case ALWAYS -> puzzle();
            case AUTOMATIC ->
                limit.take("visitor-free", from.text(), new Rate(config.free(), config.freeOneIn()))
                        .chain(verdict -> switch (verdict) {
                            case Verdict.Allowed allowed -> welcome(from);
                            case Verdict.Wait wait -> puzzle();
                        });
        };
    }

    private Uni<Arrival> welcome(ClientAddress from) {
        var most = new Rate(config.most(), config.mostOneIn());
        return limit.require("visitor", from.text(), most, "Many visitors come from this address; try again shortly.")
                .chain(customers::visitor)
                .map(Customer::id)
                .chain(id -> tokens.customer(id).map(token -> new Arrival.Welcome(id, token)));
    }

    private Uni<Arrival> puzzle() {
        return secret.key()
                .map(key -> new Arrival.Solve(
                        Puzzle.next(key, config.bits(), Instant.now().plus(config.solvedWithin()))));
    }

    /** One that was used is remembered as long as it could be used again. */
    private Uni<Void> check(Proof proof) {
        return secret.key()
                .map(key -> Puzzle.solved(key, proof.puzzle(), proof.number(), Instant.now())
                        .orElseThrow(() -> new Problem(Problem.Kind.INVALID, "This solves no puzzle of ours.")))
                .chain(nonce -> limit.take("puzzle", nonce, new Rate(1, config.solvedWithin())))
                .invoke(verdict -> {
                    if (verdict instanceof Verdict.Wait) {
                        throw new Problem(Problem.Kind.INVALID, "This puzzle was used already.");
                    }
                })
                .replaceWithVoid();
    }
}

package dev.yiwen.quality.rating;

import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.AskedDay;
import dev.yiwen.shared.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filter in an address: {@code ?agent=…&from=2026-11-01&to=2026-11-30&score=1&score=2&worded=true}. */
public final class RatingQuery {
    /** In place of an agent: nobody but the bot. */
    private static final String BOT = "bot";

    @QueryParam("agent")
    @Nullable String agent;

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    @QueryParam("score")
    @Nullable Set<Integer> scores;

    @QueryParam("worded")
    boolean worded;

    /**
     * Fails with {@code INVALID}.
     *
     * @param own of whom alone somebody may see them; null: of everybody
     */
    RatingFilter filter(@Nullable StaffId own) {
        var asked = agent == null || agent.isBlank() ? null : agent;
        var bot = own == null && BOT.equals(asked);
        return new RatingFilter(
                own != null ? own : asked == null || bot ? null : staff(asked),
                bot,
                AskedDay.of(from),
                AskedDay.of(to),
                scores == null ? Set.of() : scores,
                worded);
    }

    private static StaffId staff(String id) {
        try {
            return StaffId.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INVALID, "\"agent\" is neither an id nor \"" + BOT + "\".");
        }
    }
}

package dev.yiwen.quality.score;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a conversation, oldest first.
 *
 * @param rating 1 to 5; null when the customer did not say
 * @param repeats how often the customer came again within seven days of its end
 */
public record JudgedTalk(
        List<Turn> turns, boolean call, @Nullable Integer rating, int repeats) {
    /** Of whom something is that concerns the conversation, and nobody in it. */
    public static final String WHOLE = "all";

    public static final String BOT = "bot";
    /** A voice on the phone that nobody has named. */
    public static final String UNNAMED = "unnamed";

    public JudgedTalk {
        turns = List.copyOf(turns);
    }

    /** Who speaks. */
    public enum Side {
        CUSTOMER,
        AGENT,
        BOT,
        /** What is said is the code of a notice. */
        SYSTEM
    }

    /** @param spokenAt when it began, on a call, in milliseconds */
    public record Turn(
            long seq,
            Side side,
            @Nullable UUID staff,
            String text,
            Instant at,
            @Nullable Long spokenAt) {

        boolean serves() {
            return side == Side.AGENT || side == Side.BOT;
        }

        boolean isCustomers() {
            return side == Side.CUSTOMER;
        }

        String who() {
            return side == Side.BOT ? BOT : staff == null ? UNNAMED : staff.toString();
        }
    }

    List<Turn> customer() {
        return turns.stream().filter(Turn::isCustomers).toList();
    }

    List<Turn> service() {
        return turns.stream().filter(Turn::serves).toList();
    }

    List<Turn> of(String who) {
        return turns.stream().filter(it -> it.serves() && it.who().equals(who)).toList();
    }

    /** In the order in which they came. */
    Set<String> people(Set<Side> sides) {
        var people = new LinkedHashSet<String>();
        turns.stream().filter(it -> it.serves() && sides.contains(it.side())).forEach(it -> people.add(it.who()));
        return people;
    }
}

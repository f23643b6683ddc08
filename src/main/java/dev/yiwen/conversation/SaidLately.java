package dev.yiwen.conversation;

import dev.yiwen.privacy.Masked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** In how many conversations customers said something of late: what words would have done that are about to hold. */
@Singleton
public final class SaidLately {
    public static final int DAYS = 30;
    private static final int EXAMPLES = 5;
    private static final int LONGEST_EXAMPLE = 120;
    /** So that a number at the end of an example is read whole and not shown by half. */
    private static final int READ = 184;

    /** The index knows pairs of folded characters; words of one character are no pair and never asked for. */
    private static final String SAID = """
            with said as (
              select m.conversation_id, m.seq, m.at, m.body ->> 'text' as text from message m
              where m.author in ('customer', 'agent') and m.author = 'customer'
                and character_pairs(folded(m.body ->> 'text')) @> character_pairs(folded($1))
                and strpos(folded(m.body ->> 'text'), folded($1)) > 0
                and m.at > now() - $2::int * interval '1 day'
            )
            select (select count(distinct conversation_id) from said) as conversations,
              (select count(*) from conversation where opened_at > now() - $2::int * interval '1 day') as of,
              array(select left(text, $4::int) from (
                select distinct on (text) text, at from said order by text, at desc) each
                order by at desc limit $3::int) as examples
            """;

    private final Pool database;

    SaidLately(Pool database) {
        this.database = database;
    }

    /**
     * The last {@value #DAYS} days.
     *
     * @param conversations in which a customer said it
     * @param of all that were begun
     * @param examples at most five, the newest first, without personal data
     */
    public record Effect(long conversations, long of, List<String> examples) {
        public Effect {
            examples = List.copyOf(examples);
        }

        /** 0 to 1; nothing of nothing is 0. */
        public double share() {
            return of == 0 ? 0 : Math.min(1, (double) conversations / of);
        }
    }

    /** @param words at least two characters; case, width and traditional characters make no difference */
    public Uni<Effect> of(String words) {
        return database.preparedQuery(SAID)
                .execute(Tuple.of(words, DAYS, EXAMPLES, READ))
                .map(rows -> effect(rows.iterator().next()));
    }

    private static Effect effect(Row row) {
        return new Effect(
                row.getLong("conversations"),
                row.getLong("of"),
                List.of(row.getArrayOfStrings("examples")).stream()
                        .map(it -> Masked.beginning(it, LONGEST_EXAMPLE))
                        .filter(Objects::nonNull)
                        .toList());
    }
}

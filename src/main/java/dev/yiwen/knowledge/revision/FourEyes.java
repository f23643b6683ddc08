package dev.yiwen.knowledge.revision;

import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.KnowledgeConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Whether somebody other than the author must look at a revision before customers see it. */
@Singleton
public final class FourEyes {
    private static final String READ = "select four_eyes, changed_by, changed_at from review_policy";

    private static final String WRITE = """
            insert into review_policy (four_eyes, changed_by) values ($1, $2)
            on conflict (single) do update
            set four_eyes = excluded.four_eyes, changed_by = excluded.changed_by, changed_at = now()""";

    /** What was chosen. */
    public enum Choice {
        /** As soon as two people may publish: who is alone cannot be looked over. */
        AUTO,
        ON,
        OFF
    }

    /**
     * @param holds what the choice comes to now
     * @param publishers active members of staff who may publish
     * @param changedBy null while the settings say it
     */
    public record Rule(
            Choice choice,
            boolean holds,
            int publishers,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    private record Chosen(
            Choice choice, @Nullable String by, @Nullable Instant at) {}

    private final Pool pool;
    private final StaffMembers staff;
    private final KnowledgeConfig config;

    FourEyes(Pool pool, StaffMembers staff, KnowledgeConfig config) {
        this.pool = pool;
        this.staff = staff;
        this.config = config;
    }

    public Uni<Boolean> hold() {
        return rule().map(Rule::holds);
    }

    Uni<Rule> rule() {
        return chosen().chain(chosen -> staff.all()
                .map(all ->
                        (int) all.stream().filter(it -> it.may(Right.PUBLISH)).count())
                .map(publishers -> new Rule(
                        chosen.choice(), holds(chosen.choice(), publishers), publishers, chosen.by(), chosen.at())));
    }

    Uni<Rule> choose(Choice choice, Editor by) {
        return pool.preparedQuery(WRITE)
                .execute(Tuple.of(choice.name(), by.name()))
                .chain(this::rule);
    }

    static boolean holds(Choice choice, int publishers) {
        return switch (choice) {
            case AUTO -> publishers >= 2;
            case ON -> true;
            case OFF -> false;
        };
    }

    private Uni<Chosen> chosen() {
        return pool.query(READ)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Chosen(
                                Choice.valueOf(row.getString("four_eyes")),
                                row.getString("changed_by"),
                                row.getOffsetDateTime("changed_at").toInstant()))
                        .orElseGet(() -> new Chosen(config.fourEyes(), null, null)));
    }
}

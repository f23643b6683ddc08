package dev.yiwen.brand;

import dev.yiwen.shared.FirstStep;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** What a new installation still needs, and whether its administrators want to be told. */
@Singleton
final class FirstSteps {
    private final Instance<FirstStep> steps;
    private final Pool database;

    FirstSteps(Instance<FirstStep> steps, Pool database) {
        this.steps = steps;
        this.database = database;
    }

    record Step(FirstStep.Key key, boolean done) {}

    record Guide(boolean dismissed, List<Step> steps) {
        Guide {
            steps = List.copyOf(steps);
        }
    }

    Uni<Guide> guide() {
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(it -> it.isDone().map(done -> new Step(it.key(), done)))
                .collect()
                .asList()
                .map(all -> all.stream().sorted(Comparator.comparing(Step::key)).toList())
                .chain(all -> isDismissed().map(dismissed -> new Guide(dismissed, all)));
    }

    Uni<Void> dismiss() {
        return run("insert into first_steps default values on conflict do nothing");
    }

    Uni<Void> showAgain() {
        return run("delete from first_steps");
    }

    private Uni<Boolean> isDismissed() {
        return database.query("select exists (select from first_steps)")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<Void> run(String sql) {
        return database.query(sql).execute().replaceWithVoid();
    }
}

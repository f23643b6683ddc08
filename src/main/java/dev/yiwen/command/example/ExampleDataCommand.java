package dev.yiwen.command.example;

import dev.yiwen.audit.Erasure;
import dev.yiwen.command.Bar;
import dev.yiwen.quality.metric.FactKeeping;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Adds the quarter of invented conversations, or takes it away with all that came of it. */
@Command(
        name = "example-data",
        mixinStandardHelpOptions = true,
        description = {
            "Add 90 days of invented conversations about the published articles, to try reports, scores and alarms on:"
                    + " with seasons, an outage, two agents who serve badly and an article that misleads.",
            "Their customers are named 示例客户…, their agents 示例坐席…. Not for a system that serves customers."
        })
public final class ExampleDataCommand implements Callable<Integer> {
    private static final String ARTICLES = """
            select a.slug, r.revision, r.question, left(r.answer, 400) as answer from article a
            join article_revision r on r.article_id = a.id and r.state = 'PUBLISHED' and r.audience = 'CUSTOMER'
            where a.slug like '%/%' order by md5(a.slug) limit 60
            """;

    private static final String STATE = """
            select exists (select from staff where id = $1) as present,
              exists (select from conversation c join customer u on u.id = c.customer_id
                where coalesce(u.external_id, '') not like 'example-data:%' and c.last_seq > 0) as used,
              exists (select from webhook_endpoint where disabled_at is null) as told
            """;

    private final Instance<Pool> database;
    private final Instance<FactKeeping> facts;
    private final Instance<Erasure> erasure;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--conversations", defaultValue = "6000", description = "about so many (default ${DEFAULT-VALUE})")
    private int conversations;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "another one gives other days (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--remove", description = "take away all of it")
    private boolean remove;

    @Option(names = "--yes", description = "even where customers have been served already")
    private boolean yes;

    ExampleDataCommand(Instance<Pool> database, Instance<FactKeeping> facts, Instance<Erasure> erasure) {
        this.database = database;
        this.facts = facts;
        this.erasure = erasure;
    }

    @Override
    public Integer call() {
        if (conversations < 900 || conversations > 100_000) {
            throw new ParameterException(spec.commandLine(), "--conversations is from 900 to 100000.");
        }
        var state = first(database.get().preparedQuery(STATE).execute(Tuple.of(ExampleRows.agent(0))));
        return remove ? remove(state) : add(state);
    }

    private int add(Row state) {
        if (state.getBoolean("present")) {
            return refused("The example data are there already; --remove takes them away.");
        }
        if (state.getBoolean("told")) {
            return refused(
                    "Webhooks are active here, and other systems would be told of invented ratings and tickets.");
        }
        if (state.getBoolean("used") && !yes) {
            return refused("Customers have been served here. --yes adds invented ones beside them.");
        }
        var articles = articles();
        if (articles.isEmpty()) {
            return refused("No article is published that conversations could be about; ./yiwen run imports some.");
        }
        var first = HomeZone.today().minusDays(ExampleQuarter.DAYS);
        var quarter = new ExampleQuarter(articles, first, HomeZone.id(), conversations, seed);
        int written;
        try (var bar = new Bar("Conversations")) {
            written = data().add(quarter, bar::begin, bar::step);
        }
        figures();
        var out = quarter.outageDays().toList();
        System.out.printf(
                "%,d invented conversations since %s. The outage: %s and %s in %s. The agents who serve badly: example-agent-1"
                        + " and 2. The article that misleads since %s: %s%n",
                written,
                first,
                out.getFirst(),
                out.getLast(),
                ExampleQuarter.REGIONS.getFirst(),
                first.plusDays(ExampleQuarter.MISLED_FROM),
                quarter.misleading().slug());
        return 0;
    }

    private int remove(Row state) {
        if (!state.getBoolean("present")) {
            return refused("There are no example data here.");
        }
        long erased = data().remove();
        figures();
        System.out.printf("All that was invented is gone: %,d customers and conversations.%n", erased);
        return 0;
    }

    private ExampleData data() {
        return new ExampleData(database.get(), erasure.get());
    }

    private void figures() {
        System.err.println("All figures are made anew …");
        facts.get().anew().await().indefinitely();
    }

    private List<ExampleArticle> articles() {
        var articles = new ArrayList<ExampleArticle>();
        for (var row : database.get().query(ARTICLES).execute().await().indefinitely()) {
            articles.add(new ExampleArticle(
                    row.getString("slug"),
                    row.getInteger("revision"),
                    row.getString("question"),
                    row.getString("answer")));
        }
        return articles;
    }

    private static int refused(String why) {
        System.err.println(why);
        return 2;
    }

    private static Row first(Uni<io.vertx.mutiny.sqlclient.RowSet<Row>> rows) {
        return rows.await().indefinitely().iterator().next();
    }
}

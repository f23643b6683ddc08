package dev.yiwen.command.bench.knowledge;

import dev.yiwen.command.bench.Instance;
import dev.yiwen.command.bench.Phrasings;
import dev.yiwen.command.bench.Site;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One run of {@code bench knowledge}, from the start of the instance to its end. */
final class WorkbenchRun {
    private static final String ARTICLES = "/api/v1/articles";
    private static final List<String> TOWNS =
            List.of("青山", "白水", "东桥", "西塘", "南屏", "北岭", "石湾", "柳河", "梅园", "竹溪", "云台", "金沙", "银杏", "红叶");
    private static final int PAGE = 50;
    private static final int AT_ONCE = 8;

    private final Workbench.Plan plan;
    private final PrintStream out;
    private final String password = UUID.randomUUID().toString();

    WorkbenchRun(Workbench.Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    WorkbenchReport run() throws IOException, InterruptedException, SQLException {
        says("Starting an instance with the starter knowledge …");
        try (var instance = new Instance();
                var site = Site.of(instance.base(), AT_ONCE)) {
            publishWithoutReview(instance);
            var token = await(site.signIn(instance.schema().add("editor", "EDITOR", password), password));
            var questions = Phrasings.byArticle();
            says("Publishing %,d articles …", plan.articles());
            var ids = publish(site, token, questions);
            return measure(site, token, questions, ids);
        }
    }

    private static void publishWithoutReview(Instance instance) throws SQLException {
        try (var connection = instance.schema().connect();
                var statement = connection.createStatement()) {
            statement.execute("insert into review_policy (four_eyes, changed_by) values ('OFF', 'bench')");
        }
    }

    /** The starter knowledge's questions, asked of one town after the other. */
    private List<String> publish(Site site, String token, List<List<String>> questions) {
        var ids = new ArrayList<String>();
        while (ids.size() < plan.articles()) {
            int from = ids.size();
            await(Future.all(IntStream.range(from, Math.min(plan.articles(), from + AT_ONCE))
                            .mapToObj(i -> published(site, token, article(i, questions)))
                            .toList()))
                    .<String>list()
                    .forEach(ids::add);
        }
        return ids;
    }

    private static JsonObject article(int i, List<List<String>> questions) {
        var asked = questions.get(i % questions.size());
        var round = i / questions.size();
        var town = TOWNS.get(round % TOWNS.size()) + (round < TOWNS.size() ? "" : round / TOWNS.size() + "区");
        return JsonObject.of(
                "question",
                town + "：" + asked.getFirst(),
                "phrasings",
                new JsonArray(asked.stream().skip(1).map(it -> town + it).toList()),
                "answer",
                "在" + town + "营业厅或 App 办理，每月 " + (i % 97 + 3) + " 元，当天生效。\n\n- 带身份证\n- 有问题拨打热线",
                "audience",
                "CUSTOMER",
                "product",
                town,
                "tags",
                JsonArray.of(town));
    }

    private static Future<String> published(Site site, String token, JsonObject article) {
        return site.as(token, HttpMethod.POST, ARTICLES, article)
                .map(it -> new JsonObject(it).getString("id"))
                // Of some town it reads like a wish for a human, and stays a draft.
                .compose(id -> site.as(token, HttpMethod.POST, ARTICLES + "/" + id + "/publish", new JsonObject())
                        .otherwiseEmpty()
                        .map(id));
    }

    private WorkbenchReport measure(Site site, String token, List<List<String>> questions, List<String> ids) {
        var paths = new LinkedHashMap<String, IntFunction<String>>();
        paths.put("list, a page", i -> ARTICLES + "?size=" + PAGE + "&page=" + i % (1 + ids.size() / PAGE));
        paths.put(
                "list, filtered",
                i -> ARTICLES + "?size=" + PAGE + "&state=PUBLISHED&product=" + encoded(TOWNS.get(i % TOWNS.size())));
        // No question twice, so that nothing is remembered.
        paths.put("search", i -> {
            var asked = questions.get(i % questions.size());
            var word = asked.get(i / questions.size() % asked.size());
            return ARTICLES + "?size=" + PAGE + "&q=" + encoded(TOWNS.get(i % TOWNS.size()) + word);
        });
        paths.put("open", i -> ARTICLES + "/" + ids.get(i % ids.size()));
        paths.put("revisions", i -> ARTICLES + "/" + ids.get(i % ids.size()) + "/revisions");
        says("Warming up …");
        paths.forEach((what, path) -> waits(site, token, path, AT_ONCE, plan.requests()));
        says("%-20s %8s %8s %8s %10s", "", "clients", "p50 ms", "p95 ms", "longest");
        var waited = plan.clients().stream()
                .flatMap(clients -> paths.entrySet().stream().map(it -> waited(site, token, it, clients)))
                .toList();
        return new WorkbenchReport(
                total(await(site.as(token, HttpMethod.GET, ARTICLES + "?size=1", new JsonObject()))),
                waited,
                Runtime.getRuntime().availableProcessors());
    }

    private WorkbenchReport.Waited waited(
            Site site, String token, Map.Entry<String, IntFunction<String>> kind, int clients) {
        var ms = waits(site, token, kind.getValue(), clients, plan.requests());
        var waited = new WorkbenchReport.Waited(
                kind.getKey(), clients, quantile(ms, 0.5), quantile(ms, 0.95), quantile(ms, 1));
        says(
                "%-20s %8d %8.1f %8.1f %10.1f",
                waited.what(), clients, waited.p50Ms(), waited.p95Ms(), waited.longestMs());
        return waited;
    }

    /** In order; each client asks again when it has its answer. */
    private static double[] waits(Site site, String token, IntFunction<String> path, int clients, int requests) {
        var each = await(Future.all(IntStream.range(0, clients)
                        .mapToObj(client -> waits(
                                site,
                                token,
                                IntStream.range(0, requests)
                                        .filter(it -> it % clients == client)
                                        .mapToObj(path)
                                        .toList()))
                        .toList()))
                .<List<Double>>list();
        var all = each.stream().flatMap(List::stream).mapToDouble(it -> it).toArray();
        Arrays.sort(all);
        return all;
    }

    private static Future<List<Double>> waits(Site site, String token, List<String> paths) {
        var all = new ArrayList<Double>();
        Future<List<Double>> last = Future.succeededFuture(all);
        for (var path : paths) {
            last = last.compose(before -> {
                var begun = System.nanoTime();
                return site.as(token, HttpMethod.GET, path, new JsonObject()).map(answer -> {
                    all.add((System.nanoTime() - begun) / 1e6);
                    return all;
                });
            });
        }
        return last;
    }

    private static int total(Buffer page) {
        return new JsonObject(page).getInteger("total");
    }

    private static double quantile(double[] sorted, double share) {
        return Math.round(sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] * 10) / 10.0;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private void says(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}

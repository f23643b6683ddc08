package dev.yiwen.knowledge.link;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.Snippets;
import dev.yiwen.knowledge.link.LinkCheck.Probe;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the links of answers: at all of them each night, at new ones shortly after they came; one instance of all does. */
@Singleton
final class LinkChecks {
    private static final Duration OFTEN = Duration.ofMinutes(10);
    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    private static final int AT_ONCE = 8;
    /** Of one round; the others wait for the next. */
    private static final int MOST = 80;

    private final Pool pool;
    private final Snippets snippets;
    private final LinkProbe probe;
    private final LinkConfig config;
    private final Leader leader;

    LinkChecks(Pool pool, Snippets snippets, LinkProbe probe, LinkConfig config, Leader leader) {
        this.pool = pool;
        this.snippets = snippets;
        this.probe = probe;
        this.config = config;
        this.leader = leader;
    }

    void start(@Observes StartupEvent event, Rhythm rhythm) {
        if (config.checked()) {
            rhythm.every(OFTEN, () -> leader.alone("links", this::round));
        }
    }

    /** Those that were not looked at since last night, or never; as many as fit into one round. */
    Uni<Void> round() {
        return links().chain(urls -> LinkStore.find(pool, urls)
                        .map(known -> urls.stream()
                                .filter(it -> isDue(known.get(it), lastNight()))
                                .limit(MOST)
                                .toList()))
                .chain(this::look)
                .replaceWithVoid();
    }

    private static boolean isDue(@Nullable LinkCheck known, Instant night) {
        var at = known == null ? null : known.checkedAt();
        return at == null || at.isBefore(night);
    }

    private static Instant lastNight() {
        var now = ZonedDateTime.now(HomeZone.id());
        var night = now.with(NIGHT);
        return (night.isAfter(now) ? night.minusDays(1) : night).toInstant();
    }

    /** What is known of the links of an article, whatever of it is not out of use. */
    Uni<List<LinkCheck>> of(ArticleId article) {
        return linksOf(article)
                .chain(urls -> LinkStore.find(pool, urls)
                        .map(known -> urls.stream()
                                .map(it -> known.getOrDefault(it, LinkCheck.never(it)))
                                .toList()));
    }

    /** Looks at the links of an article now. */
    Uni<List<LinkCheck>> now(ArticleId article) {
        return linksOf(article).chain(this::look).chain(() -> links()).chain(() -> of(article));
    }

    private Uni<Set<String>> linksOf(ArticleId article) {
        return snippets.values()
                .chain(values -> ArticleStore.revisions(pool, article).map(all -> {
                    var urls = new LinkedHashSet<String>();
                    all.stream()
                            .filter(it -> it.state() != Article.State.ARCHIVED)
                            .forEach(it -> urls.addAll(LinkTexts.in(ArticleDraft.of(it), values)));
                    return urls;
                }));
    }

    /** Of all published revisions; which has which is noted, for the list. */
    private Uni<Set<String>> links() {
        return snippets.values()
                .chain(values -> ArticleStore.current(pool).chain(all -> {
                    var byArticle = new LinkedHashMap<Article, Set<String>>();
                    var urls = new LinkedHashSet<String>();
                    all.stream()
                            .filter(it -> it.state() == Article.State.PUBLISHED)
                            .forEach(it -> {
                                var own = LinkTexts.in(ArticleDraft.of(it), values);
                                if (!own.isEmpty()) {
                                    byArticle.put(it, own);
                                    urls.addAll(own);
                                }
                            });
                    return pool.withTransaction(tx -> LinkStore.uses(tx, byArticle))
                            .replaceWith(urls);
                }));
    }

    private Uni<List<LinkCheck>> look(Collection<String> urls) {
        var chosen = urls.stream().limit(MOST).toList();
        return Multi.createFrom()
                .iterable(chosen)
                .onItem()
                .transformToUni(url -> probe.of(url).map(it -> Map.entry(url, it)))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .chain(probes -> LinkStore.find(pool, chosen).chain(known -> {
                    var at = Instant.now();
                    boolean out = hasWayOut(probes);
                    var checks = new ArrayList<LinkCheck>();
                    probes.forEach(it -> checks.add(known.getOrDefault(it.getKey(), LinkCheck.never(it.getKey()))
                            .after(it.getValue(), out, config.failures(), at)));
                    return LinkStore.save(pool, checks, at).replaceWith(checks);
                }));
    }

    /** Several places of which none answers are not all broken: this installation has no way to them. */
    static boolean hasWayOut(List<Map.Entry<String, Probe>> probes) {
        var silent = new LinkedHashSet<String>();
        for (var it : probes) {
            switch (it.getValue()) {
                case Probe.Answered answered -> {
                    return true;
                }
                case Probe.Silent nobody -> silent.add(host(it.getKey()));
                case Probe.Refused refused -> {
                    // Nobody was asked.
                }
            }
        }
        return silent.size() == 1;
    }

    private static String host(String url) {
        try {
            return String.valueOf(URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}

package dev.yiwen.knowledge.starter;

import dev.yiwen.brand.Brands;
import dev.yiwen.knowledge.ExampleArticles;
import dev.yiwen.knowledge.KnowledgeConfig;
import dev.yiwen.knowledge.StarterMode;
import dev.yiwen.knowledge.importing.ImportOutcome;
import dev.yiwen.knowledge.importing.ImportProgress;
import dev.yiwen.knowledge.importing.KnowledgeImport;
import dev.yiwen.knowledge.starter.StarterState.Phase;
import dev.yiwen.shared.Leader;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Fills an installation with the knowledge that comes with the product, and its brand, so that it can answer at once: when its
 * administrator wants it, or at the first start where the configuration says so.
 */
@Singleton
public class StarterKnowledge {
    private static final Logger LOG = Logger.getLogger(StarterKnowledge.class);
    private static final String LOCK = "starter-knowledge";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int RETRIES = 10;

    private final StarterProgress progress;
    private final Leader leader;
    private final KnowledgeImport knowledge;
    private final ExampleArticles examples;
    private final Setting setting;
    private volatile boolean settled;

    /** When it is brought, and what comes with it. */
    @Singleton
    record Setting(KnowledgeConfig config, Brands brands) {
        StarterMode mode() {
            return config.starter();
        }
    }

    StarterKnowledge(
            StarterProgress progress,
            Leader leader,
            KnowledgeImport knowledge,
            ExampleArticles examples,
            Setting setting) {
        this.progress = progress;
        this.leader = leader;
        this.knowledge = knowledge;
        this.examples = examples;
        this.setting = setting;
    }

    void start(@Observes StartupEvent event) {
        switch (setting.mode()) {
            case NONE -> settled = true;
            case IMPORT -> begin(load());
            // One that somebody wanted may have been cut off.
            case ASK -> begin(progress.isUnderWay().chain(wanted -> wanted ? load() : remember()));
        }
    }

    private void begin(Uni<Void> work) {
        work.onFailure()
                .invoke(e -> LOG.warnf("The starter knowledge is not there yet: %s", e.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(LOOK_AGAIN, LONGEST_PAUSE)
                .atMost(RETRIES)
                .subscribe()
                .with(done -> settled = true, e -> LOG.error("The starter knowledge was not imported", e));
    }

    /** Whether it is known to be there, or not wanted. */
    public boolean settled() {
        return settled;
    }

    Uni<StarterState> state() {
        return Uni.combine()
                .all()
                .unis(progress.isUnderWay(), progress.isDecided(), examples.counts())
                .asTuple()
                .map(it -> state(it.getItem1(), it.getItem2(), it.getItem3()));
    }

    private StarterState state(boolean underWay, boolean decided, ExampleArticles.Counts counts) {
        return new StarterState(phase(underWay, decided, counts), counts.present(), counts.removed(), counts.edited());
    }

    private Phase phase(boolean underWay, boolean decided, ExampleArticles.Counts counts) {
        if (underWay) {
            return Phase.IMPORTING;
        }
        if (counts.present() > counts.edited()) {
            return Phase.PRESENT;
        }
        if (counts.removed() > 0) {
            return Phase.REMOVED;
        }
        return decided || setting.mode() != StarterMode.ASK ? Phase.DECLINED : Phase.OPEN;
    }

    /** Begins the import and does not wait for its end. */
    Uni<StarterState> take() {
        return progress.want().invoke(() -> begin(load())).chain(this::state);
    }

    Uni<StarterState> decline() {
        return progress.decline().chain(this::state);
    }

    Uni<StarterState> remove() {
        return examples.remove().chain(this::state);
    }

    Uni<StarterState> bringBack() {
        return examples.bringBack().chain(this::state);
    }

    /**
     * Imports it when there is no article at all, or goes on where an import was cut off. Of several instances one does it, and
     * all end when it is there; when that one dies, another goes on.
     */
    public Uni<Void> load() {
        return Uni.createFrom()
                .deferred(() -> leader.alone(LOCK, this::importIfWanted).chain(progress::isDone))
                .repeat()
                .withDelay(LOOK_AGAIN)
                .whilst(done -> !done)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> importIfWanted() {
        return progress.begin()
                .chain(wanted -> wanted
                        ? importAll()
                                .chain(this::remember)
                                .chain(examples::bringBack)
                                .chain(setting.brands()::beExample)
                                .chain(progress::finish)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> importAll() {
        LOG.info("Importing the starter knowledge …");
        return Uni.createFrom()
                .item(StarterFiles::unpack)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(files -> knowledge
                        .from(files.folder(), ImportProgress.SILENT)
                        .onTermination()
                        .invoke(files::close))
                .invoke(report -> {
                    LOG.infof("Starter knowledge: %s", report.counts());
                    report.faults().forEach(LOG::warn);
                    if (report.count(ImportOutcome.FAILED) > 0) {
                        throw new IllegalStateException(report.count(ImportOutcome.FAILED) + " articles are missing");
                    }
                })
                .replaceWithVoid();
    }

    /** Which articles are of it; of earlier installations too. */
    private Uni<Void> remember() {
        return Uni.createFrom()
                .item(() -> {
                    try (var files = StarterFiles.unpack()) {
                        return files.slugs();
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(examples::mark);
    }
}

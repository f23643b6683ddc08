package dev.yiwen.knowledge.starter;

import dev.yiwen.brand.Brands;
import dev.yiwen.knowledge.KnowledgeConfig;
import dev.yiwen.knowledge.imports.ImportOutcome;
import dev.yiwen.knowledge.imports.ImportProgress;
import dev.yiwen.knowledge.imports.KnowledgeImport;
import dev.yiwen.shared.Leader;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Comparator;
import org.jboss.logging.Logger;

/** Fills an empty installation with the knowledge that comes with the product, and its brand, so that it can answer at once. */
@Singleton
public class StarterKnowledge {
    private static final Logger LOG = Logger.getLogger(StarterKnowledge.class);
    private static final String FOLDER = "knowledge";
    private static final String LOCK = "starter-knowledge";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int RETRIES = 10;

    private final StarterProgress progress;
    private final Leader leader;
    private final KnowledgeImport knowledge;
    private final KnowledgeConfig config;
    private final Brands brands;
    private volatile boolean settled;

    StarterKnowledge(
            StarterProgress progress, Leader leader, KnowledgeImport knowledge, KnowledgeConfig config, Brands brands) {
        this.brands = brands;
        this.progress = progress;
        this.leader = leader;
        this.knowledge = knowledge;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.starter()) {
            settled = true;
            return;
        }
        load().onFailure()
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
                        ? importAll().chain(brands::beExample).chain(progress::finish)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> importAll() {
        LOG.info("Importing the starter knowledge …");
        return Uni.createFrom()
                .item(StarterKnowledge::unpack)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(folder -> knowledge
                        .from(folder, ImportProgress.SILENT)
                        .onTermination()
                        .invoke(() -> delete(folder)))
                .invoke(report -> {
                    LOG.infof("Starter knowledge: %s", report.counts());
                    report.faults().forEach(LOG::warn);
                    if (report.count(ImportOutcome.FAILED) > 0) {
                        throw new IllegalStateException(report.count(ImportOutcome.FAILED) + " articles are missing");
                    }
                })
                .replaceWithVoid();
    }

    /** Out of the application's jar into a folder, where an import finds it like any other. */
    private static Path unpack() {
        try {
            var folder = Files.createTempDirectory("yiwen-");
            ClassPathUtils.consumeAsPaths(
                    Thread.currentThread().getContextClassLoader(), FOLDER, source -> copy(source, folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Best effort: the operating system cleans its folder of temporary files too. */
    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("The unpacked starter knowledge was left behind", e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

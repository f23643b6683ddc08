package dev.yiwen.knowledge;

import dev.yiwen.shared.Leader;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import org.jboss.logging.Logger;

/** Fills an empty installation with the knowledge that comes with the product, so that it can answer at once. */
@Singleton
public class StarterKnowledge {
    private static final Logger LOG = Logger.getLogger(StarterKnowledge.class);
    private static final String FOLDER = "knowledge";
    private static final String LOCK = "starter-knowledge";

    private final Pool pool;
    private final Leader leader;
    private final KnowledgeImport knowledge;
    private final KnowledgeConfig config;
    private volatile boolean settled;

    StarterKnowledge(Pool pool, Leader leader, KnowledgeImport knowledge, KnowledgeConfig config) {
        this.pool = pool;
        this.leader = leader;
        this.knowledge = knowledge;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.starter()) {
            settled = true;
            return;
        }
        load().subscribe().with(done -> settled = true, e -> LOG.error("The starter knowledge was not imported", e));
    }

    /** Whether it is known to be there, or not wanted. */
    public boolean settled() {
        return settled;
    }

    /** Imports it when there is no article at all. Of two instances that start at once, one does it. */
    public Uni<Void> load() {
        return leader.alone(
                LOCK,
                () -> empty().chain(
                                empty -> empty ? importAll() : Uni.createFrom().voidItem()));
    }

    private Uni<Boolean> empty() {
        return pool.query("select not exists (select 1 from article) as empty")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("empty"));
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

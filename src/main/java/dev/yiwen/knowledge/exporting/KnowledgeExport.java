package dev.yiwen.knowledge.exporting;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Writes what is published, and what is being written for the first time, to a file or folder, which is there whole or not at all. */
@Singleton
public class KnowledgeExport {
    private final Pool database;
    private final AuditLog log;

    KnowledgeExport(Pool database, AuditLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * How many articles were written.
     *
     * @param target a file; for Markdown a folder that is not there yet, or a file that ends in .zip
     */
    public Uni<Integer> write(Path target, ExportFormat format, ExportChoice choice) {
        return articles(choice)
                .call(all -> blocking(() -> written(target, format, all)))
                .call(all -> told(format, all.size()))
                .map(List::size);
    }

    /** One file, whatever the format. */
    Uni<byte[]> bytes(ExportFormat format, ExportChoice choice) {
        return articles(choice)
                .chain(all -> blocking(() -> {
                            var out = new ByteArrayOutputStream();
                            stream(format, all, out);
                            return out.toByteArray();
                        })
                        .call(() -> told(format, all.size())));
    }

    private Uni<Void> told(ExportFormat format, int articles) {
        return log.append(new AuditEvent(
                AuditKind.KNOWLEDGE_EXPORTED,
                log.requester(),
                "knowledge",
                Map.of("format", format.name().toLowerCase(Locale.ROOT), "articles", String.valueOf(articles))));
    }

    private Uni<List<ExportedArticle>> articles(ExportChoice choice) {
        var read = choice.history() ? ArticleStore.histories(database) : ArticleStore.current(database);
        return read.map(all -> {
            var byArticle = new LinkedHashMap<UUID, List<Article>>();
            all.forEach(it -> byArticle
                    .computeIfAbsent(it.id().value(), id -> new ArrayList<>())
                    .add(it));
            var chosen = new ArrayList<ExportedArticle>();
            byArticle.forEach((id, revisions) -> shown(revisions, choice.history()).stream()
                    .filter(it -> choice.takes(id, it))
                    .forEach(chosen::add));
            return List.copyOf(chosen);
        });
    }

    /** The published revision, else the latest that is not out of use. */
    private static List<ExportedArticle> shown(List<Article> revisions, boolean history) {
        return revisions.stream()
                .filter(it -> it.state() != State.ARCHIVED)
                .max(Comparator.<Article, Boolean>comparing(it -> it.state() == State.PUBLISHED)
                        .thenComparing(Article::revision))
                .map(it -> new ExportedArticle(
                        it.slug(), it.revision(), ArticleDraft.of(it), history ? revisions : List.of()))
                .stream()
                .toList();
    }

    private static void stream(ExportFormat format, List<ExportedArticle> articles, OutputStream out)
            throws IOException {
        switch (format) {
            case XLSX -> WorkbookRows.write(articles, out);
            case MARKDOWN -> MarkdownFiles.archive(articles, out);
            case JSONL -> JsonLines.write(articles, out);
        }
    }

    /** Beside its place, and then moved there at once: whoever is killed while writing leaves no half of a file. */
    private static Path written(Path target, ExportFormat format, List<ExportedArticle> articles) throws IOException {
        var beside = target.toAbsolutePath().resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        boolean folder = format == ExportFormat.MARKDOWN
                && !target.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        if (folder) {
            Files.createDirectories(beside);
            MarkdownFiles.folder(articles, beside);
            Files.deleteIfExists(target);
            return Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        }
        try (var out = Files.newOutputStream(beside)) {
            stream(format, articles, out);
        }
        return Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @FunctionalInterface
    private interface Writing<T> {
        T run() throws IOException;
    }

    private static <T> Uni<T> blocking(Writing<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}

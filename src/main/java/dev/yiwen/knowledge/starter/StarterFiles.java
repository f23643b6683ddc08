package dev.yiwen.knowledge.starter;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/** The starter knowledge out of the application's jar in a folder, where an import finds it like any other. Blocking. */
final class StarterFiles implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StarterFiles.class);
    private static final String KNOWLEDGE = "knowledge";
    private static final String MARKDOWN = ".md";

    private final Path folder;

    private StarterFiles(Path folder) {
        this.folder = folder;
    }

    static StarterFiles unpack() {
        try {
            var folder = Files.createTempDirectory("yiwen-");
            ClassPathUtils.consumeAsPaths(
                    Thread.currentThread().getContextClassLoader(), KNOWLEDGE, source -> copy(source, folder));
            return new StarterFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Of its articles. */
    List<String> slugs() {
        try (var files = Files.walk(folder)) {
            return files.map(it -> folder.relativize(it).toString().replace('\\', '/'))
                    .filter(it -> it.endsWith(MARKDOWN))
                    .map(it -> it.substring(0, it.length() - MARKDOWN.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Best effort: the operating system cleans its folder of temporary files too. */
    @Override
    public void close() {
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

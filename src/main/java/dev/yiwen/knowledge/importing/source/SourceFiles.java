package dev.yiwen.knowledge.importing.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jboss.logging.Logger;

/**
 * Reads whatever is named: files, folders of them, ZIP archives of them. What cannot be read is a row that says why, and stops no
 * other. Blocking, and bound by the processor.
 */
public final class SourceFiles {
    private static final Logger LOG = Logger.getLogger(SourceFiles.class);
    private static final int MOST_FILES = 20_000;
    private static final long LARGEST = 64L * 1024 * 1024;
    /** What people may have meant to be read. */
    private static final Set<String> DOCUMENTS = Set.of(
            "et", "wps", "pptx", "ppt", "rtf", "odt", "ods", "xml", "yaml", "yml", "json", "dps", "ofd", "rar", "7z",
            "epub");

    private final ColumnChoice choice;
    private final ReadSource source = new ReadSource();

    private SourceFiles(ColumnChoice choice) {
        this.choice = choice;
    }

    /** A file, or a folder with all that lies in it but for what is hidden. */
    public static ReadSource read(Path path, ColumnChoice choice) {
        var files = new SourceFiles(choice);
        var root = path.toAbsolutePath().normalize();
        try {
            if (Files.isDirectory(root)) {
                files.folder(root, path);
            } else if (Files.exists(root)) {
                var parent = root.getParent() == null ? root : root.getParent();
                files.path(root, path.toString(), slug(parent.relativize(root).toString(), parent));
            } else {
                files.source.broken(RowPlace.of(path.toString()), "no-such-file");
            }
        } catch (IOException e) {
            files.source.broken(RowPlace.of(path.toString()), "unreadable", "words", String.valueOf(e.getMessage()));
        }
        return files.source;
    }

    /** Files that somebody has sent. */
    public static ReadSource read(List<FileBytes> sent, ColumnChoice choice) {
        var files = new SourceFiles(choice);
        sent.forEach(it ->
                files.file(it.name(), "articles/" + Slugs.topic(Slugs.stem(it.name()), "article"), it.content()));
        return files.source;
    }

    private void folder(Path root, Path named) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(root)) {
            paths = walk.filter(it -> !isHidden(root.relativize(it).toString()) && Files.isRegularFile(it))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
        }
        if (paths.size() > MOST_FILES) {
            source.broken(RowPlace.of(named.toString()), "files-many", "most", MOST_FILES);
            return;
        }
        for (var path : paths) {
            var name = root.relativize(path).toString().replace('\\', '/');
            path(path, name, slug(name, root));
        }
        if (source.rows().isEmpty() && source.files().isEmpty()) {
            source.broken(RowPlace.of(named.toString()), "folder-empty");
        }
    }

    private static boolean isHidden(String name) {
        for (var part : name.replace('\\', '/').split("/")) {
            if (part.startsWith(".")
                    || part.startsWith("~$")
                    || part.equals("node_modules")
                    || part.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    private void path(Path path, String name, String slug) {
        try {
            if (Files.size(path) > LARGEST) {
                source.broken(RowPlace.of(name), "file-large", "most", LARGEST / (1024 * 1024));
            } else {
                file(name, slug, Files.readAllBytes(path));
            }
        } catch (IOException e) {
            source.broken(RowPlace.of(name), "unreadable", "words", String.valueOf(e.getMessage()));
        }
    }

    private void file(String name, String slug, byte[] content) {
        var lower = name.toLowerCase(Locale.ROOT);
        var extension = lower.substring(lower.lastIndexOf('.') + 1);
        int before = source.rows().size();
        try {
            if (content.length == 0) {
                source.file(name);
                source.broken(RowPlace.of(name), "file-empty");
            } else {
                read(name, slug, extension, content);
            }
        } catch (ZipParts.Bomb e) {
            source.broken(RowPlace.of(name), "bomb");
        } catch (IOException | RuntimeException e) {
            // Libraries throw what they like at a file that is broken inside.
            LOG.debugf(e, "Reading %s failed", name);
            var key = e instanceof EncryptedDocumentException ? "encrypted" : "damaged";
            source.broken(RowPlace.of(name), key, "words", String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            source.broken(RowPlace.of(name), "damaged", "words", "nested too deeply");
        }
        LOG.debugf("%s: %d rows", name, source.rows().size() - before);
    }

    private void read(String name, String slug, String extension, byte[] content) throws IOException {
        boolean known = Set.of(
                        "md",
                        "markdown",
                        "jsonl",
                        "ndjson",
                        "csv",
                        "tsv",
                        "txt",
                        "xlsx",
                        "xlsm",
                        "docx",
                        "pdf",
                        "html",
                        "htm",
                        "zip",
                        "xls",
                        "doc")
                .contains(extension);
        if (!known) {
            if (DOCUMENTS.contains(extension)) {
                source.file(name);
                source.broken(RowPlace.of(name), "kind-unread", "kind", extension);
            } else {
                source.note(name, "ignored");
            }
            return;
        }
        source.file(name);
        if (isOld(content)) {
            source.broken(RowPlace.of(name), old(content));
            return;
        }
        if (extension.equals("xls") || extension.equals("doc")) {
            source.broken(RowPlace.of(name), extension.equals("xls") ? "old-xls" : "old-doc");
            return;
        }
        switch (extension) {
            case "jsonl", "ndjson" -> JsonLinesReader.read(name, content, source);
            case "csv", "tsv" -> DelimitedReader.read(name, content, choice, source);
            case "xlsx", "xlsm" -> zipped(name, content, () -> WorkbookReader.read(name, content, choice, source));
            case "docx" -> zipped(name, content, () -> WordReader.read(name, content, choice, source));
            case "zip" -> zipped(name, content, () -> archive(name, content));
            case "pdf" -> PdfReader.read(name, content, source);
            case "html", "htm" -> HtmlReader.read(name, content, choice, source);
            default -> MarkdownReader.read(name, slug, content, source);
        }
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }

    private void zipped(String name, byte[] content, Reading reading) throws IOException {
        if (content.length < 4 || content[0] != 'P' || content[1] != 'K') {
            source.broken(RowPlace.of(name), "not-what-it-says", "kind", name.substring(name.lastIndexOf('.') + 1));
        } else {
            reading.run();
        }
    }

    private void archive(String name, byte[] content) throws IOException {
        int before = source.files().size();
        ZipParts.read(content, it -> !isHidden(it) && !it.contains("..")).forEach((inner, bytes) -> {
            if (inner.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                source.broken(RowPlace.of(inner), "zip-in-zip");
            } else {
                var stem = inner.contains("/") ? inner : Slugs.topic(Slugs.stem(name), "articles") + "/" + inner;
                int dot = stem.lastIndexOf('.');
                file(inner, dot > stem.lastIndexOf('/') ? stem.substring(0, dot) : stem, bytes);
            }
        });
        if (source.files().size() == before) {
            source.broken(RowPlace.of(name), "folder-empty");
        }
    }

    /** The container of .xls, .doc, and of what is protected by a password. */
    private static boolean isOld(byte[] content) {
        return content.length > 4
                && (content[0] & 0xFF) == 0xD0
                && (content[1] & 0xFF) == 0xCF
                && content[2] == 0x11
                && (content[3] & 0xFF) == 0xE0;
    }

    private static String old(byte[] content) throws IOException {
        try (var system = new POIFSFileSystem(new java.io.ByteArrayInputStream(content))) {
            var root = system.getRoot();
            return root.hasEntry("EncryptedPackage")
                    ? "encrypted"
                    : root.hasEntry("Workbook") || root.hasEntry("Book") ? "old-xls" : "old-doc";
        }
    }

    /** {@code topic/name}: the path below the root; what lies in the root itself takes the root's name as its topic. */
    private static String slug(String name, Path root) {
        int dot = name.lastIndexOf('.');
        var stem = dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
        var topic = root.getFileName() == null ? "articles" : root.getFileName().toString();
        return stem.contains("/") ? stem : topic + "/" + stem;
    }
}

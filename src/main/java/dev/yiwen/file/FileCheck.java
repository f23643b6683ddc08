package dev.yiwen.file;

import dev.yiwen.file.kind.FileKind;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets through what is small enough, of a wanted kind by its content, and clean. Blocking. */
@Singleton
class FileCheck {
    private static final Logger LOG = Logger.getLogger(FileCheck.class);

    private final FileConfig config;
    private final Optional<FileScan> scan;

    FileCheck(FileConfig config) {
        this.config = config;
        this.scan =
                config.clamd().filter(it -> !it.isBlank()).map(address -> ClamdScan.at(address, config.scanTimeout()));
    }

    /**
     * What it is. Fails with {@code TOO_LARGE}, {@code FILE_EMPTY}, or as {@link FileKind#of} does.
     *
     * @param name as its sender calls it
     */
    FileKind kind(String name, byte[] content) {
        if (content.length > config.largest()) {
            throw new Problem(Kind.TOO_LARGE, "A file has at most " + config.largest() / (1024 * 1024) + " MB.");
        }
        if (content.length == 0) {
            throw new Problem(Kind.FILE_EMPTY, "The file is empty.");
        }
        return FileKind.of(name, content, config.types());
    }

    /** Fails with {@code FILE_HARMFUL}, or {@code OVERLOADED} when it could not be scanned. */
    void requireClean(byte[] content) {
        try {
            if (scan.isPresent() && !scan.get().isClean(content)) {
                throw new Problem(Kind.FILE_HARMFUL, "The scanner found something harmful in the file.");
            }
        } catch (IOException e) {
            LOG.warn("A file could not be scanned", e);
            throw new Problem(Kind.OVERLOADED, "Files cannot be checked at the moment; try again shortly.");
        }
    }
}

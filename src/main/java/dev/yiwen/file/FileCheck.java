package dev.yiwen.file;

import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.apache.tika.Tika;
import org.jboss.logging.Logger;

/** Lets through what is small enough, of a wanted type by its content, and clean. Blocking. */
@Singleton
class FileCheck {
    private static final Logger LOG = Logger.getLogger(FileCheck.class);

    private final FileConfig config;
    private final Optional<FileScan> scan;
    private final Tika tika = new Tika();

    FileCheck(FileConfig config) {
        this.config = config;
        this.scan =
                config.clamd().filter(it -> !it.isBlank()).map(address -> ClamdScan.at(address, config.scanTimeout()));
    }

    /** The media type. Fails with {@code TOO_LARGE}, {@code INVALID}, or {@code OVERLOADED} when it could not be scanned. */
    String mediaType(String name, byte[] content) {
        if (content.length > config.largest()) {
            throw new Problem(Kind.TOO_LARGE, "A file has at most " + config.largest() / (1024 * 1024) + " MB.");
        }
        if (content.length == 0) {
            throw new Problem(Kind.INVALID, "The file is empty.");
        }
        // The name helps among the documents that are ZIP archives; it cannot make an archive out of a program.
        var type = tika.detect(content, name);
        if (!config.types().contains(type)) {
            throw new Problem(Kind.INVALID, "Files of this kind cannot be sent: " + type + ".");
        }
        requireClean(content);
        return type;
    }

    private void requireClean(byte[] content) {
        try {
            if (scan.isPresent() && !scan.get().isClean(content)) {
                throw new Problem(Kind.INVALID, "The scanner found something harmful in the file.");
            }
        } catch (IOException e) {
            LOG.warn("A file could not be scanned", e);
            throw new Problem(Kind.OVERLOADED, "Files cannot be checked at the moment; try again shortly.");
        }
    }
}

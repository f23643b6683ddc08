package dev.yiwen.knowledge.importing.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The entries of a ZIP archive, within bounds: an archive that unpacks without end is refused before it fills memory. */
final class ZipParts {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_UNPACKED = 256L * 1024 * 1024;

    private ZipParts() {}

    /** What unpacks to more than anybody's documents. */
    static final class Bomb extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The content of the wanted entries by name, in their order. Everything is unpacked once, wanted or not.
     *
     * @throws Bomb when that is too much
     * @throws IOException when it is no archive
     */
    static Map<String, byte[]> read(byte[] archive, Predicate<String> wanted) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        long unpacked = 0;
        int entries = 0;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                // Names of archives that Chinese Windows made; those of others say that they are UTF-8.
                .setCharset("GB18030")
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                if (++entries > MOST_ENTRIES) {
                    throw new Bomb();
                }
                if (entry.isDirectory()) {
                    continue;
                }
                try (var stream = zip.getInputStream(entry)) {
                    boolean keep = wanted.test(entry.getName());
                    var content = content(stream, MOST_UNPACKED - unpacked, keep);
                    unpacked += content.length;
                    if (keep) {
                        parts.put(entry.getName().replace('\\', '/'), content.bytes);
                    }
                }
            }
        }
        return parts;
    }

    private record Content(byte[] bytes, long length) {}

    private static Content content(InputStream stream, long most, boolean keep) throws IOException {
        if (keep) {
            var bytes = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, most + 1));
            if (bytes.length > most) {
                throw new Bomb();
            }
            return new Content(bytes, bytes.length);
        }
        long length = 0;
        var buffer = new byte[16 * 1024];
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            length += n;
            if (length > most) {
                throw new Bomb();
            }
        }
        return new Content(new byte[0], length);
    }
}

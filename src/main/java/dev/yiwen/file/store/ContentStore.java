package dev.yiwen.file.store;

import dev.yiwen.file.FileId;
import io.smallrye.mutiny.Uni;

/**
 * Where the bytes of files are kept: rows by default ({@link PgContentStore}), or an object store ({@link S3ContentStore}).
 * Fails with the problem {@code OVERLOADED} when the place cannot be reached; nothing is half kept then.
 */
public interface ContentStore {

    /** Again with the same id changes nothing. */
    Uni<Void> put(FileId id, byte[] content);

    /** Fails with {@code NOT_FOUND}. */
    Uni<byte[]> get(FileId id);

    /** Whether or not it was there. */
    Uni<Void> delete(FileId id);
}

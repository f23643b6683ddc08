package dev.yiwen.file;

import io.smallrye.mutiny.Uni;

/** Where the bytes of files are kept: rows by default ({@code PgContentStore}); an object store can take its place. */
interface ContentStore {

    /** Again with the same id changes nothing. */
    Uni<Void> put(FileId id, byte[] content);

    Uni<byte[]> get(FileId id);
}

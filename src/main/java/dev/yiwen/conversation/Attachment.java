package dev.yiwen.conversation;

import dev.yiwen.file.FileId;
import dev.yiwen.file.StoredFile;

/**
 * A file that a person sent.
 *
 * @param mediaType as its content says
 * @param size in bytes
 */
public record Attachment(FileId id, String name, String mediaType, long size) {
    static Attachment of(StoredFile file) {
        return new Attachment(file.id(), file.name(), file.mediaType(), file.size());
    }
}

package dev.yiwen.ticket;

import dev.yiwen.file.FileId;
import dev.yiwen.file.StoredFile;

/**
 * A picture or document that came with a line of a ticket's history.
 *
 * @param mediaType as its content says
 * @param size in bytes
 */
public record TicketFile(FileId id, String name, String mediaType, long size) {
    public static TicketFile of(StoredFile file) {
        return new TicketFile(file.id(), file.name(), file.mediaType(), file.size());
    }
}

package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.file.FileId;
import dev.yiwen.file.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that a person sent.
 *
 * @param mediaType as its content says
 * @param size in bytes
 * @param seconds of a voice message, how long it is as its sender's page says
 * @param words what a machine read in the picture or recognised in the voice, which may be wrong; null when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(
        FileId id,
        String name,
        String mediaType,
        long size,
        @Nullable Integer seconds,
        @Nullable String words) {

    @JsonIgnore
    boolean picture() {
        return StoredFile.isPicture(mediaType);
    }

    @JsonIgnore
    boolean sound() {
        return StoredFile.isSound(mediaType);
    }

    Attachment saying(String found) {
        return new Attachment(id, name, mediaType, size, seconds, found);
    }

    static Attachment of(StoredFile file, @Nullable Integer seconds) {
        return new Attachment(
                file.id(), file.name(), file.mediaType(), file.size(), file.sound() ? seconds : null, null);
    }
}

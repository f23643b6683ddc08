package dev.yiwen.file;

/**
 * A file that passed every check.
 *
 * @param name as its sender called it, without path and control characters
 * @param mediaType as its content says, whatever its name says
 * @param size in bytes
 */
public record StoredFile(FileId id, String name, String mediaType, long size) {

    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}

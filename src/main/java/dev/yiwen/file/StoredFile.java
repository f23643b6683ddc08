package dev.yiwen.file;

import dev.yiwen.file.picture.BarePicture;

/**
 * A file that passed every check.
 *
 * @param name as its sender called it, with nothing in it that deceives, and the extension of its kind
 * @param mediaType as its content says, whatever its name says
 * @param size in bytes
 */
public record StoredFile(FileId id, String name, String mediaType, long size) {

    /** One that pages show in place; all other files are saved. */
    public boolean picture() {
        return isPicture(mediaType);
    }

    public static boolean isPicture(String mediaType) {
        return BarePicture.SHOWN.contains(mediaType);
    }

    public boolean sound() {
        return isSound(mediaType);
    }

    public static boolean isSound(String mediaType) {
        return mediaType.startsWith("audio/");
    }
}

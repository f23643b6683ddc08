package dev.yiwen.file;

import jakarta.ws.rs.BadRequestException;
import java.util.Locale;

/** Which of a picture is wanted. */
public enum FileSize {
    ORIGINAL,
    /** {@link Files#preview}. */
    PREVIEW;

    /** Anything else is a bad request. */
    public static FileSize fromString(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("The size is \"original\" or \"preview\".", e);
        }
    }
}

package dev.yiwen.knowledge;

import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/** What becomes of the starter knowledge in an empty installation. */
public enum StarterMode {
    /** The first administrator is asked. */
    ASK,
    IMPORT,
    NONE;

    /** By its name; {@code true} and {@code false} are its earlier values. */
    public static final class OfText implements Converter<StarterMode> {
        private static final long serialVersionUID = 1L;

        @Override
        public StarterMode convert(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "import" -> IMPORT;
                case "false", "none" -> NONE;
                case "ask" -> ASK;
                default -> throw new IllegalArgumentException(text + " is neither ask, import nor none");
            };
        }
    }
}

package dev.yiwen.browser;

import java.nio.file.Files;
import java.nio.file.Path;

/** Debian's browser for the tests. */
public final class Chromium {
    private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path WHOLE = Path.of("/usr/bin/chromium");

    private Chromium() {}

    /** The one without windows where there is one: it draws no frame around each page, which takes longer than the page. */
    public static Path program() {
        return Files.isExecutable(SHELL) ? SHELL : WHOLE;
    }
}

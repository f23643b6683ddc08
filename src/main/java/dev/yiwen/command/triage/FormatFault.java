package dev.yiwen.command.triage;

import java.nio.file.Path;

/** A file is not in the format; the message names file and line. */
final class FormatFault extends Exception {
    FormatFault(Path file, int line, String words) {
        super(line > 0 ? file + ":" + line + ": " + words : file + ": " + words);
    }
}

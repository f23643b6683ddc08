package dev.yiwen.knowledge.importing;

/**
 * Why a file, or a line of it, was not imported.
 *
 * @param line from 1; 0 when the whole file is meant
 */
public record ImportFault(String file, int line, String words) {
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + words : file + ": " + words;
    }
}

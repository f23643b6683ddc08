package dev.yiwen.knowledge.importing.source;

/** Texts as a comparison reads them. */
public final class SourceTexts {
    private SourceTexts() {}

    /** An answer of a document without the line that says where it stands there. */
    public static String withoutCitation(String answer) {
        return DocumentSections.withoutCitation(answer);
    }

    /** Whatever ends the lines. */
    public static String comparable(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}

package dev.yiwen.knowledge.importing.source;

import dev.yiwen.knowledge.ArticleDraft;
import java.util.HexFormat;

/** Names the content of a revision in an exported file, so that what was edited outside is known from what changed here. */
public final class BaseRevision {
    private static final int BYTES = 8;

    private BaseRevision() {}

    /** Its number, for people, and the beginning of its hash. */
    public static String of(int revision, ArticleDraft content) {
        return revision + "-" + hash(content);
    }

    /** Whether that content was meant, in whatever installation it has whatever number. */
    public static boolean names(String base, ArticleDraft content) {
        return base.substring(base.indexOf('-') + 1).equals(hash(content));
    }

    private static String hash(ArticleDraft content) {
        return HexFormat.of().formatHex(content.hash(), 0, BYTES);
    }
}

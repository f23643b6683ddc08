package dev.yiwen.knowledge.importing;

/** What an import did with one article. */
public enum ImportOutcome {
    ADDED,
    CHANGED,
    UNCHANGED,
    /** The very same is there under another name: nothing was added. */
    DUPLICATE,
    /** People edited or retired the article since it was imported: the change waits as a draft for them to decide. */
    DRAFTED,
    FAILED
}

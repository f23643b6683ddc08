package dev.yiwen.knowledge.starter;

/**
 * Where an installation stands with the starter knowledge.
 *
 * @param present its articles that are published
 * @param removed those that were taken away and can be brought back
 * @param edited those that people have changed; they are not taken away
 */
record StarterState(Phase phase, int present, int removed, int edited) {

    enum Phase {
        /** Nobody has decided yet. */
        OPEN,
        DECLINED,
        IMPORTING,
        PRESENT,
        REMOVED
    }
}

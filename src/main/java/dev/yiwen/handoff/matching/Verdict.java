package dev.yiwen.handoff.matching;

/** Whether an agent is asked to take a conversation, and if not, why. */
enum Verdict {
    /** Can take it and has what is wanted. */
    FITS,
    /** Can take it, and would be asked because nobody who has what is wanted is there, or it took too long. */
    STANDS_IN,
    NOT_IN_GROUP,
    TOO_NEW,
    OTHER_LANGUAGE,
    /** It was handed to a certain colleague. */
    NOT_THE_COLLEAGUE,
    PASSED,
    ON_THE_TELEPHONE,
    HANDS_FULL
}

package dev.yiwen.triage;

/**
 * Something a customer said that whoever takes over should know.
 *
 * @param seq of the message
 * @param words what was said, in the form in which words are compared
 */
public record Sign(Kind kind, long seq, String words) {

    /** What a sign tells; {@code triage/<name>.txt} holds its words. */
    public enum Kind {
        /** Danger, theft, fraud, a fault that many share. */
        URGENT,
        /** A wish for money back. */
        MONEY_BACK,
        /** Somebody's own bill or contract, which no general answer settles. */
        ACCOUNT,
        /** Several products or numbers at once. */
        SEVERAL,
        /** An answer that did not help. */
        UNHELPED,
        /** Elderly, ill or disabled people and children. */
        VULNERABLE,
        /** A customer of long standing or high rank. */
        VALUED
    }
}

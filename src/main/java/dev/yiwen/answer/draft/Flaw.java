package dev.yiwen.answer.draft;

/** Why a sentence was dropped; {@code words} are the ones that gave offence. */
public record Flaw(Kind kind, String words) {

    public enum Kind {
        /** It cites a passage that there is not. */
        CITATION,
        /** A number, price, date or time that its passage does not hold. */
        AMOUNT,
        /** A name of a product, or a foreign word, that is not its passage's. */
        NAME,
        PROMISE,
        /** Its article says another amount, term or deadline of this, or none; nothing of the draft is used then. */
        DIFFERS,
        /** It says yes where its passage says no, or the other way round. */
        NEGATION,
        /** An address that is not its passage's. */
        LINK,
        MARKUP,
        /** Words of the prompt itself. */
        PROMPT,
        /** A token for personal data that stands for nobody's. */
        TOKEN,
        /** It speaks of something else than its passage. */
        WORDING
    }
}

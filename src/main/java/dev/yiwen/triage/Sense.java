package dev.yiwen.triage;

/** How a cue is meant where it stands; {@code triage/context.txt} tells by what. */
enum Sense {
    /** As it says. */
    MEANT(Weight.FULL),
    /** Its writer asks about it: 怎么投诉. */
    ASKED(Weight.ASKED),
    /** It is over, and asked about: 我投诉了怎么没人理. */
    PAST(Weight.ASKED),
    /** Somebody else does it: 商家投诉我. */
    OTHERS(Weight.MILD),
    /** 我不投诉. */
    NEGATED(Weight.MILD),
    /** Between quotation marks. */
    QUOTED(Weight.MILD),
    /** It only says which: 法院旁边的营业厅, 特别黑的号码. */
    MENTIONED(Weight.MILD),
    /** It may happen: 会漏电吗. */
    POSSIBLE(Weight.MILD),
    /** It is said of a thing: 信号太差怎么办. */
    THING(Weight.MILD),
    /** Of a relative: 孩子他妈的身份证. */
    KIN(Weight.NONE),
    /** With what follows it is another word: 煤气费. */
    COMPOUND(Weight.NONE),
    /** Part of another word, or of two: 取消|协议. */
    INSIDE(Weight.NONE);

    private enum Weight {
        FULL,
        ASKED,
        MILD,
        NONE
    }

    private final Weight weight;

    Sense(Weight weight) {
        this.weight = weight;
    }

    /** An answer comes first; a human when there is none. */
    boolean isAsked() {
        return weight == Weight.ASKED;
    }

    /** A human is offered beside the answer. */
    boolean isMild() {
        return weight == Weight.MILD;
    }

    /** It is no cue at all. */
    boolean isNone() {
        return weight == Weight.NONE;
    }
}

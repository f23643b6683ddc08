package dev.yiwen.identity;

/** By what a person is known outside. */
public enum IdentityKind {
    /** A member of the host application. */
    HOST,
    /** An openid of an official account. */
    MP,
    /** An openid of a mini-program. */
    MA,
    /** An external user of WeCom's customer service. */
    KF,
    /** A telephone number, E.164. */
    PHONE,
    /** Who wrote in a place that somebody else reads for us: a comment, a group. */
    SOCIAL
}

package dev.yiwen.command.wechat.platform;

/** What may befall a callback by order of the script. */
public enum CallbackFault {
    /** Sent twice at once. */
    DUPLICATE,
    /** Waits until the next has been taken, a second at most. */
    HOLD,
    /** Never arrives. */
    LOSE,
    /** Signed with another token. */
    FORGE,
    /** Encrypted for another AppID. */
    FOREIGN,
    /** The first answer to it is not waited for: it comes again after five seconds. */
    IMPATIENT
}

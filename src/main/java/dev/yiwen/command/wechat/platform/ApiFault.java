package dev.yiwen.command.wechat.platform;

/** What may befall a call of the interface by order of the script. */
public enum ApiFault {
    /** Answered after so many milliseconds. */
    SLOW,
    /** Cut without anything's having been done. */
    CUT,
    /** Done, then cut: the caller cannot know. */
    DONE_THEN_CUT,
    /** Answered with that HTTP status. */
    STATUS,
    /** A page of HTML with status 200. */
    GARBAGE,
    /** Answered with that error code, nothing done. */
    CODE,
    /** WeCom kf: accepted, and told to have failed afterwards, with that fail_type. */
    FAIL_LATER
}

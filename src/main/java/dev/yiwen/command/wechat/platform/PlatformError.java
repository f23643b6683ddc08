package dev.yiwen.command.wechat.platform;

/** The platform's errors, with its own words in short. */
public enum PlatformError {
    BUSY(-1, "system error"),
    CREDENTIAL(40001, "invalid credential, access_token is invalid or not latest"),
    GRANT_TYPE(40002, "invalid grant_type"),
    OPENID(40003, "invalid openid"),
    MEDIA_TYPE(40004, "invalid media type"),
    FILE_TYPE(40005, "invalid file type"),
    FILE_SIZE(40006, "invalid file size"),
    MEDIA_ID(40007, "invalid media_id"),
    MESSAGE_TYPE(40008, "invalid message type"),
    APP_ID(40013, "invalid appid"),
    TOKEN(40014, "invalid access_token"),
    CODE(40029, "invalid code"),
    TEMPLATE(40037, "invalid template_id"),
    PARAMETER(40058, "invalid parameter"),
    URL(40066, "invalid url"),
    EXTERNAL_USER(40096, "invalid external userid"),
    APP_SECRET(40125, "invalid appsecret"),
    USED_CODE(40163, "code been used"),
    ADDRESS(40164, "invalid ip, not in whitelist"),
    NO_TOKEN(41001, "access_token missing"),
    EXPIRED(42001, "access_token expired"),
    NEEDS_POST(43002, "require POST method"),
    NO_CONSENT(43101, "user refuse to accept the msg"),
    TOO_LARGE(45001, "media size out of limit"),
    TOO_LONG(45002, "content size out of limit"),
    DAILY_LIMIT(45009, "reach max api daily quota limit"),
    MINUTE_LIMIT(45011, "api minute-quota reach limit, must slower"),
    OUT_OF_TIME(45015, "response out of time limit or subscription is canceled"),
    OUT_OF_COUNT(45047, "out of response count limit"),
    TYPING_COMMAND(45072, "invalid typing command"),
    TYPING_TOO_LATE(45080, "no message from the user in the last 30 seconds"),
    TYPING_ALREADY(45081, "already typing"),
    NEWS(45162, "unsupported message type"),
    NOT_JSON(47001, "data format error"),
    TEMPLATE_FIELD(47003, "argument invalid"),
    NO_PERMISSION(48001, "api unauthorized"),
    USER_REFUSES(48002, "user blocks messages"),
    KF_ID(95000, "invalid open_kfid"),
    KF_COUNT(95001, "send msg count limit"),
    KF_TIME(95002, "send msg time limit"),
    KF_TOKEN(95007, "invalid msg token"),
    KF_MENU(95008, "too many menu items"),
    KF_CLOSED(95013, "session is closed"),
    KF_SERVICER(95014, "user is not a servicer"),
    KF_TRANSITION(95016, "invalid session state transition"),
    KF_STATE(95018, "send msg session status invalid"),
    /** A msgid that this account has sent before: documented as an error, its number is not. */
    KF_REPEATED(95900, "msgid repeated");

    private final int code;
    private final String message;

    PlatformError(int code, String message) {
        this.code = code;
        this.message = message;
    }

    public int code() {
        return code;
    }

    public String message() {
        return message;
    }

    /** Ends the handling of a call. */
    public PlatformRefusal refusal() {
        return new PlatformRefusal(code, message);
    }
}

package dev.yiwen.webhook;

/** How a system wants to be told. */
enum WebhookFormat {
    /** With our signature. */
    JSON(false),
    /** The robot of a WeCom group; its address is its secret. */
    WECOM(false),
    /** The robot of a DingTalk group. */
    DINGTALK(true),
    /** The robot of a Feishu group. */
    FEISHU(true);

    private final boolean signs;

    WebhookFormat(boolean signs) {
        this.signs = signs;
    }

    /** Whether it gives out a secret to sign with. */
    boolean signs() {
        return signs;
    }

    boolean isRobot() {
        return this != JSON;
    }
}

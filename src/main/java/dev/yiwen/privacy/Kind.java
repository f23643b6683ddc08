package dev.yiwen.privacy;

/** What a number, a word or a name in a text is. The label stands in tokens, which models and staff read. */
public enum Kind {
    MOBILE("手机号"),
    LANDLINE("座机"),
    PHONE("电话"),
    IDENTITY_CARD("证件号"),
    PASSPORT("护照号"),
    PERMIT("通行证"),
    BANK_CARD("银行卡"),
    CARD_CODE("安全码"),
    CARD_EXPIRY("卡有效期"),
    SMS_CODE("验证码"),
    PASSWORD("密码"),
    BIRTHDAY("生日"),
    IMEI("IMEI"),
    ICCID("ICCID"),
    IMSI("IMSI"),
    ORDER("单号"),
    ACCOUNT("账号"),
    PLATE("车牌"),
    EMAIL("邮箱"),
    WECHAT("微信号"),
    QQ("QQ号"),
    IP_ADDRESS("IP地址"),
    MAC_ADDRESS("MAC地址"),
    NAME("姓名"),
    LATIN_NAME("NAME"),
    ADDRESS("地址"),
    /** A number that long is somebody's, whatever it counts. */
    LONG_NUMBER("长号码"),

    /** 400 and 800 numbers, hotlines: everybody's. */
    SERVICE_NUMBER("客服电话", false),
    /** Of a conversation or an article: ours. */
    UUID("标识", false),
    AMOUNT("金额", false),
    DATE("日期", false),
    DURATION("时长", false),
    VOLUME("流量", false),
    SPEED("速率", false),
    RATIO("比例", false);

    private final String label;
    private final boolean personal;

    Kind(String label) {
        this(label, true);
    }

    Kind(String label, boolean personal) {
        this.label = label;
        this.personal = personal;
    }

    public String label() {
        return label;
    }

    public boolean isPersonal() {
        return personal;
    }
}

package dev.yiwen.command.wechat;

/** A rule of the platform in a sentence, and what shows that the simulator keeps it. */
record WechatRule(String says, Shown shown) {

    interface Shown {
        void on(WechatBench bench) throws Exception;
    }

    void holds() throws Exception {
        try (var bench = new WechatBench()) {
            shown.on(bench);
        }
    }

    @Override
    public String toString() {
        return says;
    }
}

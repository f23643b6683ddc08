package dev.yiwen.channel.wechat;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** Callbacks wait for the bot, longer than they do elsewhere, since the machine of tests is busy. */
public final class WithPassiveReplies implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        var all = new HashMap<>(new WithWeChat().getConfigOverrides());
        all.put("yiwen.wechat.passive", "20s");
        return all;
    }
}

package dev.yiwen.channel.wechat;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** WeChat is asked on this machine, where a test stands in for it. */
public final class WithWeChat implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + free.getLocalPort();
            return Map.of(
                    "yiwen.wechat.api",
                    url,
                    "yiwen.wechat.work-api",
                    url,
                    "yiwen.sms.url",
                    url + FakeWeChat.SMS,
                    "yiwen.sms.secret",
                    "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                    // What is said in a callback's own answer has tests of its own.
                    "yiwen.wechat.passive",
                    "0s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

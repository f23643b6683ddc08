package dev.yiwen.channel.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.channel.wechat.account.AccountSecrets;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.channel.wechat.callback.CallbackReader.Signed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackReaderTest {
    private static final String TOKEN = "QDG6eK";
    private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final String OLD_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String APP = "wx5823bf96d3bd56c7";
    private static final String TIME = "1409659813";
    private static final String NONCE = "1372623149";
    private static final Map<String, String> SAID = Map.of(
            "ToUserName", "gh_1",
            "FromUserName", "o-客户",
            "CreateTime", TIME,
            "MsgType", "text",
            "Content", "宽带 <断> 了 & 没网",
            "MsgId", "4561255354251345929");

    @ParameterizedTest
    @CsvSource({"xml,plain", "xml,compatible", "xml,safe", "json,plain", "json,compatible", "json,safe"})
    void reads_each_of_the_six_forms(String format, String mode) {
        var account = account(mode.equals("plain") ? null : KEY, null);

        var pushed = CallbackReader.read(account, signed(body(format, mode)), bytes(body(format, mode)));

        assertThat(pushed).isInstanceOfSatisfying(Pushed.Genuine.class, it -> {
            assertThat(it.source()).isEqualTo("o-客户");
            assertThat(it.dedup()).isEqualTo("m/o-客户/4561255354251345929");
            assertThat(PushedFields.read(it.body()).orElseThrow().get("Content"))
                    .contains("宽带 <断> 了 & 没网");
        });
    }

    @Test
    void reads_the_platforms_own_example() {
        // developer.work.weixin.qq.com, path 90968: the sample that comes with the platform's libraries.
        var encrypted =
                "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/"
                        + "sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6"
                        + "+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELN"
                        + "qbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9Ks"
                        + "NlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";
        var body = "<xml><ToUserName><![CDATA[" + APP + "]]></ToUserName><Encrypt><![CDATA[" + encrypted
                + "]]></Encrypt><AgentID><![CDATA[218]]></AgentID></xml>";
        var signed = new Signed(null, "477715d11cdb4164915debcba66cb864d751f3e6", TIME, NONCE);

        var pushed = CallbackReader.read(account(KEY, null), signed, bytes(body));

        assertThat(pushed)
                .isInstanceOfSatisfying(
                        Pushed.Genuine.class,
                        it -> assertThat(it.body()).contains("<Content><![CDATA[hello]]></Content>"));
    }

    @Test
    void takes_what_is_encrypted_with_the_key_before() {
        var body = encrypted("xml", OLD_KEY, APP);

        assertThat(CallbackReader.read(account(KEY, OLD_KEY), signed(body), bytes(body)))
                .isInstanceOf(Pushed.Genuine.class);
        assertThat(CallbackReader.read(account(KEY, null), signed(body), bytes(body)))
                .isInstanceOf(Pushed.Forged.class);
    }

    @Test
    void refuses_what_is_for_another_account() {
        var body = encrypted("xml", KEY, "wx0000000000000000");

        assertThat(CallbackReader.read(account(KEY, null), signed(body), bytes(body)))
                .isInstanceOf(Pushed.Forged.class);
    }

    @Test
    void refuses_a_body_that_was_changed_after_it_was_signed() {
        var signed = signed(body("xml", "compatible"));
        var changed = body("xml", "compatible").replace("没网", "转账");
        var other = encrypted("xml", KEY, APP);

        // The plain part of a compatible body counts for nothing: the words are those of the ciphertext.
        assertThat(CallbackReader.read(account(KEY, null), signed, bytes(changed)))
                .isInstanceOfSatisfying(
                        Pushed.Genuine.class, it -> assertThat(it.body()).doesNotContain("转账"));
        assertThat(CallbackReader.read(account(KEY, null), new Signed(null, "0".repeat(40), TIME, NONCE), bytes(other)))
                .isInstanceOf(Pushed.Forged.class);
    }

    @Test
    void refuses_plain_text_where_there_is_a_key() {
        var body = body("json", "plain");

        assertThat(CallbackReader.read(account(KEY, null), signed(body), bytes(body)))
                .isInstanceOf(Pushed.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no body",
                "[]",
                "<xml><MsgType>text</MsgType>",
                "<xml/>",
                "{\"MsgType\":\"text\"}",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><FromUserName>&e;</FromUserName><MsgType>text</MsgType></xml>",
                "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><xml><FromUserName>&b;</FromUserName><MsgType>text</MsgType></xml>"
            })
    void refuses_what_cannot_be_read(String body) {
        assertThat(CallbackReader.read(account(null, null), signed(body), bytes(body)))
                .isInstanceOf(Pushed.Forged.class);
    }

    @Test
    void refuses_what_is_nested_without_end() {
        var xml = "<a>".repeat(5000) + "</a>".repeat(5000);
        var json = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);

        assertThat(CallbackReader.read(account(null, null), signed(xml), bytes(xml)))
                .isInstanceOf(Pushed.Forged.class);
        assertThat(CallbackReader.read(account(null, null), signed(json), bytes(json)))
                .isInstanceOf(Pushed.Forged.class);
    }

    @Test
    void events_are_known_by_who_when_and_what() {
        var body = "<xml><FromUserName>o1</FromUserName><CreateTime>5</CreateTime><MsgType>event</MsgType>"
                + "<Event>CLICK</Event><EventKey>bill</EventKey></xml>";

        assertThat(CallbackReader.read(account(null, null), signed(body), bytes(body)))
                .isInstanceOfSatisfying(
                        Pushed.Genuine.class, it -> assertThat(it.dedup()).isEqualTo("e/o1/5/CLICK/bill/"));
    }

    @Test
    void echoes_to_who_knows_the_token_alone() {
        var signature = SHA1.gen(TOKEN, TIME, NONCE);

        assertThat(CallbackReader.echo(account(KEY, null), new Signed(signature, null, TIME, NONCE), "123"))
                .contains("123");
        assertThat(CallbackReader.echo(account(KEY, null), new Signed(signature, null, TIME, "1"), "123"))
                .isEmpty();
        assertThat(CallbackReader.echo(account(KEY, null), new Signed(null, null, null, null), "123"))
                .isEmpty();
    }

    @Test
    void decrypts_what_wecom_wants_echoed() {
        var echo = new WxCryptUtil(TOKEN, KEY, APP).encrypt("0123456789abcdef", "1616140317555161061");
        var account = new WeChatAccount(
                UUID.randomUUID(),
                WeChatKind.KF,
                "客服",
                APP,
                "wk1",
                true,
                Instant.EPOCH,
                new AccountSecrets("s", TOKEN, KEY, null));

        assertThat(CallbackReader.echo(
                        account, new Signed(null, SHA1.gen(TOKEN, TIME, NONCE, echo), TIME, NONCE), echo))
                .contains("1616140317555161061");
    }

    private static WeChatAccount account(@Nullable String key, @Nullable String oldKey) {
        return new WeChatAccount(
                UUID.randomUUID(),
                WeChatKind.MP,
                "公众号",
                APP,
                null,
                true,
                Instant.EPOCH,
                new AccountSecrets("s", TOKEN, key, oldKey));
    }

    private static String body(String format, String mode) {
        return switch (mode) {
            case "plain" -> write(format, SAID);
            case "safe" -> encrypted(format, KEY, APP);
            default -> {
                var both = new java.util.HashMap<>(SAID);
                both.put("Encrypt", cipher(format, KEY, APP));
                yield write(format, both);
            }
        };
    }

    private static String encrypted(String format, String key, String app) {
        return write(format, Map.of("ToUserName", "gh_1", "Encrypt", cipher(format, key, app)));
    }

    private static String cipher(String format, String key, String app) {
        return new WxCryptUtil(TOKEN, key, app).encrypt("0123456789abcdef", write(format, SAID));
    }

    private static String write(String format, Map<String, String> fields) {
        try {
            return format.equals("json")
                    ? new ObjectMapper().writeValueAsString(fields)
                    : fields.entrySet().stream()
                            .map(it -> "<%1$s><![CDATA[%2$s]]></%1$s>".formatted(it.getKey(), it.getValue()))
                            .collect(Collectors.joining("", "<xml>", "</xml>"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Signed signed(String body) {
        var encrypted = PushedFields.read(body).flatMap(it -> it.get("Encrypt"));
        return new Signed(
                SHA1.gen(TOKEN, TIME, NONCE),
                encrypted.map(it -> sorted(TOKEN, TIME, NONCE, it)).orElse(null),
                TIME,
                NONCE);
    }

    /** By hand, since the library does it in the code under test. */
    private static String sorted(String... parts) {
        Arrays.sort(parts);
        return org.apache.commons.codec.digest.DigestUtils.sha1Hex(String.join("", parts));
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}

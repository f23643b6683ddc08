package dev.yiwen.command.wechat.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vectors that the platform itself publishes: "message push" (developers.weixin.qq.com/miniprogram/dev/framework/
 * server-ability/message-push.html and doc/oplatform/developers/dev/push/encryption.md), its sample code for official accounts
 * (cryptoDemo.zip, WXBizMsgCryptTest) and for WeCom (document/path/90968, Sample).
 */
class PushCipherTest {
    private static final PushCipher MESSAGE_PUSH = new PushCipher("AAAAA", "A".repeat(43), "wxba5fad812f8e6fb9");
    private static final String DEBUG_DEMO =
            "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsX"
                    + "UnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8"
                    + "EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";
    private static final String DEBUG_DEMO_MESSAGE = "{\"ToUserName\":\"gh_97417a04a28d\",\"FromUserName\":"
            + "\"o9AgO5Kd5ggOC-bXrbNODIiE3bGY\",\"CreateTime\":1714112445,\"MsgType\":\"event\",\"Event\":\"debug_demo\","
            + "\"debug_str\":\"hello world\"}";
    private static final String DEMO_REPLY =
            "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==";

    private static final PushCipher OFFICIAL_ACCOUNT =
            new PushCipher("pamtest", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wxb11529c136998cb6");
    private static final String CHINESE =
            "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==";

    private static final PushCipher WECOM =
            new PushCipher("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7");
    private static final String ECHO =
            "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
    private static final String PUSHED =
            "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvu"
                    + "JTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+"
                    + "LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcall"
                    + "crw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl"
                    + "/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";

    static Stream<Arguments> signatures() {
        return Stream.of(
                Arguments.of(
                        "of the question at entering an address",
                        MESSAGE_PUSH.signature("1714036504", "1514711492"),
                        "f464b24fc39322e44b38aa78f5edd27bd1441696"),
                Arguments.of(
                        "of an address in plain mode",
                        MESSAGE_PUSH.signature("1714037059", "486452656"),
                        "899cf89e464efb63f54ddac96b0a0a235f53aa78"),
                Arguments.of(
                        "of an address in safe mode",
                        MESSAGE_PUSH.signature("1714112445", "415670741"),
                        "6c5c811b55cc85e0e1b54100749188c20beb3f5d"),
                Arguments.of(
                        "of a ciphertext",
                        MESSAGE_PUSH.signature("1714112445", "415670741", DEBUG_DEMO),
                        "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3"),
                Arguments.of(
                        "of a reply",
                        MESSAGE_PUSH.signature("1713424427", "415670741", DEMO_REPLY),
                        "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1"),
                Arguments.of(
                        "of WeCom's question",
                        WECOM.signature("1409659589", "263014780", ECHO),
                        "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3"),
                Arguments.of(
                        "of WeCom's push",
                        WECOM.signature("1409659813", "1372623149", PUSHED),
                        "477715d11cdb4164915debcba66cb864d751f3e6"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void a_signature_is_the_published_one(String what, String signature, String published) {
        assertThat(signature).isEqualTo(published);
    }

    static Stream<Arguments> ciphertexts() {
        return Stream.of(
                Arguments.of("message push", MESSAGE_PUSH, "a8eedb185eb2fecf", DEBUG_DEMO_MESSAGE, DEBUG_DEMO),
                Arguments.of(
                        "reply to a push",
                        MESSAGE_PUSH,
                        "707722b803182950",
                        "{\"demo_resp\":\"good luck\"}",
                        DEMO_REPLY),
                Arguments.of("Chinese", OFFICIAL_ACCOUNT, "aaaabbbbccccdddd", "我是中文abcd123", CHINESE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ciphertexts")
    void a_ciphertext_is_the_published_one(
            String what, PushCipher cipher, String random, String message, String published)
            throws PushCipher.Unreadable {
        assertThat(cipher.encrypt(random, message)).isEqualTo(published);
        assertThat(cipher.decrypt(published)).isEqualTo(message);
    }

    @Test
    void wecoms_published_messages_are_read() throws PushCipher.Unreadable {
        assertThat(WECOM.decrypt(ECHO)).isEqualTo("1616140317555161061");
        assertThat(PushFields.read(WECOM.decrypt(PUSHED)))
                .containsEntry("FromUserName", "mycreate")
                .containsEntry("Content", "hello");
    }

    @Test
    void a_message_for_another_account_is_not_read() {
        var foreign = new PushCipher(MESSAGE_PUSH.token(), MESSAGE_PUSH.aesKey(), "wx1234567890abcdef");

        assertThatThrownBy(() -> foreign.decrypt(DEBUG_DEMO)).isInstanceOf(PushCipher.Unreadable.class);
    }

    @Test
    void a_message_of_another_key_is_not_read() {
        assertThatThrownBy(() -> OFFICIAL_ACCOUNT.decrypt(DEBUG_DEMO)).isInstanceOf(PushCipher.Unreadable.class);
    }

    @Test
    void every_length_is_padded_to_whole_blocks_of_32() throws PushCipher.Unreadable {
        for (int length = 0; length < 70; length++) {
            var encrypted = WECOM.encrypt("0123456789abcdef", "字".repeat(length));

            assertThat(java.util.Base64.getDecoder().decode(encrypted).length % 32)
                    .isZero();
            assertThat(WECOM.decrypt(encrypted)).isEqualTo("字".repeat(length));
        }
    }

    @Test
    void a_reply_with_a_document_type_is_not_read() {
        var bomb = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Content>&e;</Content></xml>";

        assertThatThrownBy(() -> PushFields.read(bomb)).isInstanceOf(PushCipher.Unreadable.class);
    }
}

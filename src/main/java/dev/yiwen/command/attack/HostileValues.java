package dev.yiwen.command.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What no client of ours sends: to be refused in words, wherever it stands. */
final class HostileValues {
    private static final int LONG = 100_000;
    private static final int DEEP = 5_000;

    private HostileValues() {}

    /** JSON in place of a field's value. */
    static List<String> json() {
        return List.of(
                "null",
                "true",
                "0",
                "-1",
                "4.7",
                "2147483648",
                "-9223372036854775808",
                "99999999999999999999",
                "1e400",
                "[]",
                "{}",
                "[null]",
                "[[[]]]",
                "[\"\\u0000\"]",
                "{\"a\":{\"b\":1}}",
                "\"\"",
                "\" \"",
                "\"a\\u0000b\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"\\udfff\\ud800\"",
                "\"\\u202e\\u2028\"",
                "\"NO_SUCH_WORD\"",
                "\"2026-02-30\"",
                "\"0000-00-00\"",
                "\"+999999999-12-31\"",
                "\"-999999999-01-01\"",
                "\"2026-11-29T25:61:61Z\"",
                "\"1-1-1-1-1\"",
                "\"' or 1=1 --\"",
                "\"%_\\\\\"",
                "\"" + "长".repeat(LONG / 10) + "\"",
                "\"" + "😀".repeat(40) + "\"",
                "\"" + "x".repeat(LONG) + "\"",
                "[" + "\"x\",".repeat(LONG / 10) + "\"x\"]",
                "9".repeat(LONG / 10));
    }

    /** Bytes in place of a body. */
    static List<byte[]> bodies() {
        var bodies = new ArrayList<byte[]>();
        for (var text : List.of(
                "",
                " ",
                "null",
                "[]",
                "[{}]",
                "1",
                "true",
                "\"\"",
                "{",
                "}",
                "{}",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "{\"\\ud800\":1}",
                "\u0000",
                "\uFEFF{}",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>",
                "[".repeat(DEEP) + "]".repeat(DEEP),
                "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP),
                "{\"" + "n".repeat(LONG) + "\":1}",
                "9".repeat(LONG))) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d));
        bodies.add(bytes(0x7b, 0x22, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d));
        bodies.add(bytes(0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d));
        bodies.add(bytes(0x00, 0x00, 0xfe, 0xff, 0x7f, 0xff, 0xff, 0xff));
        bodies.add(bytes(0xff, 0xfe, 0x00, 0xd8));
        bodies.add(bytes(0x1f, 0x8b, 0x08, 0x00));
        bodies.add("{}".getBytes(StandardCharsets.UTF_16));
        return bodies;
    }

    /** Encoded, in place of a part of an address or of a parameter. */
    static List<String> encoded() {
        return List.of(
                "",
                "%20",
                "%00",
                "a%00b",
                "%ED%A0%80",
                "%ED%BF%BF%ED%A0%80",
                "%FF",
                "%C0%80",
                "-1",
                "0",
                "4.7",
                "NaN",
                "2147483648",
                "-9223372036854775808",
                "99999999999999999999",
                "null",
                "true",
                "NO_SUCH_WORD",
                "1-1-1-1-1",
                "00000000-0000-0000-0000-00000000000g",
                "2026-02-30",
                "0000-00-00",
                "%2B999999999-12-31",
                "-999999999-01-01",
                "2026-11-29T25%3A61%3A61Z",
                "~~",
                "~".repeat(100),
                "-",
                "%2B1000000000-12-31T23%3A59%3A59Z~1-1-1-1-1~1",
                "%2B1000000000-12-31T23%3A59%3A59Z_1-1-1-1-1",
                "%2B1000000000-12-31T23%3A59%3A59Z,1-1-1-1-1",
                "%25",
                "%27%20or%201%3D1%20--",
                "%0D%0ASet-Cookie%3A%20a%3Db",
                "%E2%80%AE",
                "..",
                "%2E%2E%2F",
                "%5C",
                "%3B",
                "%5B%5D",
                "%7B%7D",
                "%F0%9F%98%80".repeat(20),
                "x".repeat(1_500),
                "%E9%95%BF".repeat(600));
    }

    static List<String> headers() {
        return List.of(
                "",
                "*",
                "\"",
                "W/\"1\"",
                "-1",
                "4.7",
                "2147483648",
                "99999999999999999999",
                "null",
                "1, 2",
                "x".repeat(4_000));
    }

    static List<String> mediaTypes() {
        return List.of(
                "text/plain",
                "application/xml",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=a",
                "application/json; charset=utf-16",
                "application/json; charset=no-such-charset",
                "application/json, application/json",
                "application/*",
                "*/*",
                "nonsense",
                "/",
                ";");
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}

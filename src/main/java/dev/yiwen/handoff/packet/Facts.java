package dev.yiwen.handoff.packet;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.ContextPacket.Fact;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a customer has said about themselves and their case. Numbers that identify a person are masked. */
@Singleton
final class Facts {
    private static final String CHINA = "CN";

    private static final Pattern IDENTITY_CARD = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<!\\d)\\d{13,19}(?!\\d)");
    private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    private static final String CHINESE_NUMBER = "[一二两三四五六七八九十百千万]{1,6}";

    /** Simple patterns; a name is the key of its text in the messages, without {@code handoff.fact.}. */
    private static final List<Kind> KINDS = List.of(
            new Kind("amount", "[¥￥]\\s*" + NUMBER + "|(?:" + NUMBER + "|" + CHINESE_NUMBER + ")\\s*(?:块钱|元|块)"),
            new Kind(
                    "date",
                    "(?:\\d{4}\\s*[年/-]\\s*)?\\d{1,2}\\s*[月/-]\\s*\\d{1,2}\\s*[日号]?(?!\\d)|\\d{1,2}[日号](?!码|线)"
                            + "|[今昨前明后]天|上上?个?(?:月|周|星期)|这个?月|本月|去年|今年|上周[一二三四五六日天]"),
            new Kind("data", NUMBER + "\\s*(?:GB|MB|TB|G|M|兆)(?![A-Za-z])"),
            new Kind(
                    "product",
                    "云享\\S{0,2}?\\d*(?:5G)?套餐|\\d+\\s*元?套餐|宽带|光猫|机顶盒|IPTV|路由器|流量包|加油包|副卡|eSIM|SIM卡|电话卡"
                            + "|国际漫游|亲情号|携号转网|电子发票|发票|全屋WiFi|FTTR|5G"),
            new Kind("fault", "红灯|闪红|LOS|没网|断网|掉线|没信号|无信号|打不通|停机|网速慢|很慢|卡顿"));

    private final Messages messages;
    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    Facts(Messages messages) {
        this.messages = messages;
    }

    private record Kind(String key, Pattern pattern) {
        Kind(String key, String pattern) {
            this(key, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    /** In the order in which they were said first; each once. */
    List<Fact> in(List<Message> transcript) {
        var found = new LinkedHashMap<String, Fact>();
        transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .flatMap(this::in)
                .forEach(fact -> found.putIfAbsent(fact.name() + fact.value(), fact));
        return List.copyOf(found.values());
    }

    private Stream<Fact> in(Message message) {
        var facts = new ArrayList<Fact>();
        var rest = masked(message, facts);
        for (var kind : KINDS) {
            kind.pattern()
                    .matcher(rest)
                    .results()
                    .forEach(it -> facts.add(fact(kind.key(), it.group().strip(), message)));
        }
        return facts.stream();
    }

    /** Takes what identifies a person out of the text, so that no other pattern finds parts of it. */
    private String masked(Message message, List<Fact> facts) {
        var text = message.body().text();
        text = take(text, IDENTITY_CARD, "identity-card", 4, message, facts);
        for (var phone : phones.findNumbers(text, CHINA, Leniency.VALID, Long.MAX_VALUE)) {
            facts.add(fact("phone", mask(phone.rawString().replaceAll("[\\s-]", ""), 3), message));
        }
        for (var phone : phones.findNumbers(text, CHINA, Leniency.VALID, Long.MAX_VALUE)) {
            text = text.replace(phone.rawString(), " ");
        }
        return take(text, LONG_NUMBER, "long-number", 0, message, facts);
    }

    private String take(String text, Pattern pattern, String key, int head, Message message, List<Fact> facts) {
        return pattern.matcher(text).replaceAll(found -> {
            facts.add(fact(key, mask(found.group(), head), message));
            return " ";
        });
    }

    private Fact fact(String key, String value, Message message) {
        return new Fact(messages.text("handoff.fact." + key), value, message.seq());
    }

    /** Keeps the last four digits, by which the customer can be asked. */
    private static String mask(String number, int head) {
        int hidden = Math.max(0, number.length() - head - 4);
        return number.substring(0, Math.min(head, number.length()))
                + "*".repeat(hidden)
                + number.substring(Math.min(head + hidden, number.length()));
    }
}

package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.handoff.packet.ContextPacket.Fact;
import dev.yiwen.llm.Redaction;
import dev.yiwen.privacy.Kind;
import dev.yiwen.privacy.Masked;
import dev.yiwen.privacy.PersonalData;
import dev.yiwen.privacy.PersonalDatum;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a customer has said about themselves and their case. What identifies a person is masked, and stands
 * behind a token. */
@Singleton
final class Facts {
    /** The key of each kind's name in the messages, without {@code handoff.fact.}. */
    private static final Map<Kind, String> KEYS = Map.ofEntries(
            Map.entry(Kind.MOBILE, "phone"),
            Map.entry(Kind.LANDLINE, "landline"),
            Map.entry(Kind.PHONE, "phone"),
            Map.entry(Kind.IDENTITY_CARD, "identity-card"),
            Map.entry(Kind.BANK_CARD, "bank-card"),
            Map.entry(Kind.IMEI, "imei"),
            Map.entry(Kind.ICCID, "iccid"),
            Map.entry(Kind.ORDER, "order"),
            Map.entry(Kind.ACCOUNT, "account"),
            Map.entry(Kind.NAME, "name"),
            Map.entry(Kind.ADDRESS, "address"),
            Map.entry(Kind.LONG_NUMBER, "long-number"),
            Map.entry(Kind.AMOUNT, "amount"),
            Map.entry(Kind.DATE, "date"),
            Map.entry(Kind.DURATION, "duration"),
            Map.entry(Kind.VOLUME, "data"),
            Map.entry(Kind.SPEED, "speed"));

    /** Words of the trade; a key like those. */
    private static final Map<String, Pattern> WORDS = Map.of(
            "product",
            Pattern.compile(
                    "云享\\S{0,2}?\\d{0,6}(?:5G)?套餐|\\d{1,6}\\s?元?套餐|宽带|光猫|机顶盒|IPTV|路由器|流量包|加油包|副卡|eSIM|SIM卡|电话卡"
                            + "|国际漫游|亲情号|携号转网|电子发票|发票|全屋WiFi|FTTR|5G",
                    Pattern.CASE_INSENSITIVE),
            "fault",
            Pattern.compile("红灯|闪红|LOS|没网|断网|掉线|没信号|无信号|打不通|停机|网速慢|很慢|卡顿", Pattern.CASE_INSENSITIVE));

    private final Messages messages;

    Facts(Messages messages) {
        this.messages = messages;
    }

    /** In the order in which they were said first; each once. */
    List<Fact> in(List<Message> transcript, Redaction redaction) {
        var found = new LinkedHashMap<String, Fact>();
        transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .flatMap(message -> in(message, redaction))
                .forEach(fact -> found.putIfAbsent(fact.name() + fact.value(), fact));
        return List.copyOf(found.values());
    }

    private Stream<Fact> in(Message message, Redaction redaction) {
        var text = message.body().text();
        var facts = new ArrayList<Fact>();
        for (PersonalDatum found : PersonalData.all(text)) {
            var key = KEYS.get(found.kind());
            // Codes and passwords are nobody's business, not even behind a mask.
            if (key != null) {
                facts.add(new Fact(name(key), shown(found, text), message.seq(), token(found, redaction)));
            }
        }
        WORDS.forEach((key, words) -> words.matcher(text)
                .results()
                .forEach(it -> facts.add(new Fact(name(key), it.group().strip(), message.seq(), null))));
        return facts.stream();
    }

    private static @Nullable String token(PersonalDatum found, Redaction redaction) {
        return found.kind().isPersonal() ? redaction.tokenOf(found).orElse(null) : null;
    }

    private static String shown(PersonalDatum found, String text) {
        return switch (found.kind()) {
            case MOBILE, PHONE -> Masked.number(found.value(), 3);
            case IDENTITY_CARD -> Masked.number(found.value(), 4);
            case LANDLINE, BANK_CARD, IMEI, ICCID, ORDER, ACCOUNT, LONG_NUMBER -> Masked.number(found.value(), 0);
            case NAME, ADDRESS -> Masked.words(found.value());
            default -> text.substring(found.start(), found.end());
        };
    }

    private String name(String key) {
        return messages.text("handoff.fact." + key);
    }
}

package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a case of this kind needs and the customer has not said yet, so that the agent asks for it at one go. */
@Singleton
final class Missing {

    /** The first topic that the customer's words name; each need stands under its key in the messages. */
    private static final List<Topic> TOPICS = List.of(
            new Topic("宽带|光猫|路由器|WiFi|IPTV|机顶盒|FTTR", List.of("address", "phone", "visit", "lights")),
            new Topic("扣费|多扣|乱扣|扣了|话费|账单|退费|退款|流量费|收费", List.of("phone", "amount", "date")),
            new Topic("没信号|无信号|网速|上不了网|打不通|掉线|漫游|5G", List.of("phone", "place", "date")),
            new Topic("套餐|副卡|携号|过户|销户|实名|补卡|换卡", List.of("phone")));

    /** Only a fact says it. */
    private static final String NEVER = "(?!)";

    private static final List<Need> NEEDS = List.of(
            new Need("phone", Set.of("phone", "callback", "landline", "account"), NEVER),
            new Need("amount", Set.of("amount"), NEVER),
            new Need("date", Set.of("date", "duration"), "早上|中午|下午|晚上|刚才|刚刚"),
            new Need("address", "[省市区县镇乡村路街道巷弄]\\S{0,12}?(?:\\d+|[一二三四五六七八九十]+)\\s*[号栋幢单元室]|小区|花园|公寓"),
            new Need(
                    "visit", "(?:上门|预约|有空|在家)\\S{0,8}(?:上午|下午|晚上|点|周|天)|(?:上午|下午|晚上|周[一二三四五六日天末])\\S{0,6}(?:上门|有空|在家)"),
            new Need("lights", "红灯|闪红|绿灯|(?<![a-z])LOS(?![a-z])|PON|不亮|指示灯"),
            new Need("place", "在\\S{1,12}?(?:里|家|公司|小区|楼|站|校|路|镇|村|国|省|市)"));

    private final Messages messages;

    Missing(Messages messages) {
        this.messages = messages;
    }

    private record Topic(Pattern words, List<String> needs) {
        Topic(String words, List<String> needs) {
            this(Pattern.compile(words, Pattern.CASE_INSENSITIVE), needs);
        }
    }

    /** @param facts any of which says it, as does {@code said} */
    private record Need(String key, Set<String> facts, Pattern said) {
        Need(String key, String said) {
            this(key, Set.of(), said);
        }

        Need(String key, Set<String> facts, String said) {
            this(key, facts, Pattern.compile(said, Pattern.CASE_INSENSITIVE));
        }

        boolean isMissing(String words, Set<String> known) {
            return facts.stream().noneMatch(known::contains)
                    && !said.matcher(words).find();
        }
    }

    /** In the order in which to ask; empty when the topic is unknown or everything was said. */
    List<String> in(List<Message> transcript) {
        var said = transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .map(it -> it.body().text())
                .collect(Collectors.joining("\n"));
        var known =
                CaseFacts.in(transcript).stream().map(it -> it.reading().key()).collect(Collectors.toSet());
        return TOPICS.stream()
                .filter(it -> it.words().matcher(said).find())
                .findFirst()
                .map(topic -> missing(topic, said, known))
                .orElse(List.of());
    }

    private List<String> missing(Topic topic, String said, Set<String> known) {
        return NEEDS.stream()
                .filter(it -> topic.needs().contains(it.key()))
                .filter(it -> it.isMissing(said, known))
                .map(it -> messages.text("handoff.missing." + it.key()))
                .toList();
    }
}

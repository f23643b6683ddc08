package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.util.List;
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

    private static final List<Need> NEEDS = List.of(
            new Need("phone", "(?<!\\d)1[3-9]\\d(?:[ -]?\\d){8}(?!\\d)"),
            new Need("amount", "\\d+(?:\\.\\d+)?\\s*(?:元|块)|[一二两三四五六七八九十百千]+\\s*(?:元|块)"),
            new Need("date", "\\d{1,2}\\s*月|\\d{1,2}[日号]|[今昨前]天|上个?月|这个?月|本月|上周|早上|中午|下午|晚上"),
            new Need("address", "[省市区县镇乡村路街道巷弄]\\S{0,12}?(?:\\d+|[一二三四五六七八九十]+)\\s*[号栋幢单元室]|小区|花园|公寓"),
            new Need(
                    "visit", "(?:上门|预约|有空|在家)\\S{0,8}(?:上午|下午|晚上|点|周|天)|(?:上午|下午|晚上|周[一二三四五六日天末])\\S{0,6}(?:上门|有空|在家)"),
            new Need("lights", "红灯|闪红|绿灯|LOS|PON|不亮|指示灯"),
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

    private record Need(String key, Pattern said) {
        Need(String key, String said) {
            this(key, Pattern.compile(said, Pattern.CASE_INSENSITIVE));
        }
    }

    /** In the order in which to ask; empty when the topic is unknown or everything was said. */
    List<String> in(List<Message> transcript) {
        var said = transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .map(it -> it.body().text())
                .collect(Collectors.joining("\n"));
        return TOPICS.stream()
                .filter(it -> it.words().matcher(said).find())
                .findFirst()
                .map(topic -> missing(topic, said))
                .orElse(List.of());
    }

    private List<String> missing(Topic topic, String said) {
        return NEEDS.stream()
                .filter(it -> topic.needs().contains(it.key()))
                .filter(it -> !it.said().matcher(said).find())
                .map(it -> messages.text("handoff.missing." + it.key()))
                .toList();
    }
}

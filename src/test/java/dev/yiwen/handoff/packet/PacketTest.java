package dev.yiwen.handoff.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Source;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.packet.ContextPacket.Earlier;
import dev.yiwen.handoff.packet.ContextPacket.Fact;
import dev.yiwen.handoff.packet.ContextPacket.Tried;
import dev.yiwen.handoff.plan.Mark;
import dev.yiwen.handoff.plan.Marked;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PacketTest {
    private static final Source SOURCE = new Source("billing/unexpected-charge", "话费为什么多扣了", 3);

    @Inject
    Packets packets;

    @Inject
    Conversations conversations;

    @Inject
    Handoffs handoffs;

    @Inject
    People people;

    @Inject
    Customers customers;

    @Inject
    Scene scene;

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void says_why_and_in_the_customers_own_words_what_they_want() {
        var waiting = handedOff("你好", "我上个月的话费多扣了58元", "转人工", "再不退钱我就去工信部投诉你们！");

        var packet = packetOf(waiting);

        assertThat(packet.reason()).extracting(it -> it.code()).isEqualTo(Code.STRONG_EMOTION);
        assertThat(packet.summary()).containsExactly("我上个月的话费多扣了58元", "再不退钱我就去工信部投诉你们！");
        assertThat(packet.firstSentence()).contains("抱歉");
    }

    @Test
    void finds_facts_with_the_message_in_which_they_were_said_and_masks_numbers() {
        var waiting = handedOff("我的号码13812345678，6月3日扣了58元", "身份证110101199003078515，宽带光猫红灯");

        var facts = packetOf(waiting).facts();

        assertThat(facts)
                .extracting(Fact::name, Fact::value, Fact::seq)
                .contains(
                        tuple("手机号", "138****5678", 1L),
                        tuple("金额", "58元", 1L),
                        tuple("时间", "6月3日", 1L),
                        tuple("证件号", "1101**********8515", 2L),
                        tuple("产品", "宽带", 2L),
                        tuple("产品", "光猫", 2L),
                        tuple("故障现象", "红灯", 2L));
        assertThat(facts).extracting(Fact::value).noneMatch(it -> it.contains("12345678") || it.contains("19900307"));
    }

    @Test
    void goes_on_with_what_is_said_to_the_agent() {
        var waiting = handedOff("我家宽带断了");
        scene.said(waiting.id(), Author.Agent.unnamed(), new Body.Text("请问您的号码是多少？"));
        scene.customerSaid(waiting.id(), "座机0755-26001234");
        scene.customerSaid(waiting.id(), "重启过了还是不行");
        scene.customerSaid(waiting.id(), "好的谢谢");

        var packet = packetOf(waiting);

        assertThat(packet.summary()).containsExactly("我家宽带断了");
        assertThat(packet.latest()).isEqualTo("重启过了还是不行");
        assertThat(packet.facts()).extracting(Fact::name, Fact::value).contains(tuple("座机", "********1234"));
        assertThat(packet.missing()).doesNotContain("业务号码");
    }

    @Test
    void of_a_call_on_which_the_agent_speaks_first_the_problem_is_the_summary() {
        var waiting = scene.waiting(Code.WISH_FOR_HUMAN);
        scene.said(waiting.id(), Author.Agent.unnamed(), new Body.Text("您好，云桥通信。"));
        scene.customerSaid(waiting.id(), "你好，我是张伟");
        scene.customerSaid(waiting.id(), "上个月的话费多扣了三十块");

        assertThat(packetOf(waiting).summary()).containsExactly("上个月的话费多扣了三十块");
    }

    @Test
    void says_why_without_whose_number_it_is_and_with_the_token_of_the_conversation() {
        var conversation = scene.withBot(people.visitor());
        scene.customerSaid(conversation.id(), "我叫王小丽，电话13812345678，我要投诉");
        var reason = new HandoffReason(
                Code.LEGAL_OR_COMPLAINT,
                "客户说「电话13812345678，我要投诉」",
                List.of(new HandoffReason.Evidence(1, "我叫王小丽，电话13812345678，我要投诉")));
        var waiting = scene.askForHuman(conversation, reason);

        var open = Objects.requireNonNull(packetOf(waiting).reason());
        scene.close(waiting.id());
        var closed = packetOf(scene.now(waiting.id())).reason();

        assertThat(open).isEqualTo(closed);
        assertThat(open.words()).isEqualTo("客户说「电话[手机号1]，我要投诉」");
        assertThat(open.evidence().getFirst().words()).isEqualTo("我叫[姓名1]，电话[手机号1]，我要投诉");
    }

    @Test
    void lists_what_the_bot_has_tried_with_its_sources() {
        var conversation = scene.withBot(people.visitor());
        scene.customerSaid(conversation.id(), "为什么多扣钱");
        scene.said(conversation.id(), new Author.Bot(), new Body.Answer("请查询账单明细。", List.of(SOURCE), 0.91, List.of()));
        scene.customerSaid(conversation.id(), "看不懂账单");

        var packet = packetOf(scene.askForHuman(conversation, Code.WISH_FOR_HUMAN));

        assertThat(packet.tried()).containsExactly(new Tried(2, "为什么多扣钱", "请查询账单明细。", List.of(SOURCE), 0.91));
    }

    @Test
    void shows_how_anger_grew() {
        var waiting = handedOff("请问怎么查话费", "你们就是一群骗子，垃圾公司！");

        var emotion = packetOf(waiting).emotion();

        assertThat(emotion).hasSize(2);
        assertThat(emotion.get(1).anger()).isGreaterThan(emotion.get(0).anger());
    }

    @Test
    void names_the_customer_and_what_they_came_for_before() {
        var customer = people.member("王女士", 4);
        var before = scene.withBot(customer);
        scene.customerSaid(before.id(), "宽带怎么报装");
        scene.askForHuman(before, Code.WISH_FOR_HUMAN);
        handoffs.conclude(before.id(), new dev.yiwen.handoff.queue.WrapUp(null, null, "resolved", "已预约"))
                .await()
                .indefinitely();
        var now = scene.now(before.id());
        conversations.close(now.id(), now.epoch()).await().indefinitely();

        var packet = packetOf(scene.askForHuman(scene.withBot(customer), Code.WISH_FOR_HUMAN));

        assertThat(packet.profile().name()).isEqualTo("王女士");
        assertThat(packet.profile().tier()).isEqualTo(4);
        assertThat(packet.earlier())
                .extracting(Earlier::conversationId, Earlier::words, Earlier::disposition)
                .containsExactly(tuple(before.id(), "宽带怎么报装", "resolved"));
    }

    @Test
    void says_what_is_still_to_be_asked() {
        assertThat(packetOf(handedOff("宽带断了，光猫红灯，我在朝阳区花园小区")).missing()).containsExactly("业务号码", "方便上门的时间");
        assertThat(packetOf(handedOff("6月3日我的13812345678话费多扣了58元")).missing()).isEmpty();
    }

    @Test
    void lists_every_earlier_conversation_of_any_channel() {
        var customer = people.member("李先生", 0);
        for (int i = 1; i <= 7; i++) {
            var call = conversations.openCall(customer, "13900000000").await().indefinitely();
            scene.customerSaid(call.id(), "第" + i + "次来问宽带报装");
            conversations.close(call.id(), call.epoch()).await().indefinitely();
        }

        var packet = packetOf(scene.askForHuman(scene.withBot(customer), Code.WISH_FOR_HUMAN));

        assertThat(packet.earlier()).hasSize(7);
        assertThat(packet.earlier().getFirst().words()).isEqualTo("第7次来问宽带报装");
    }

    @Test
    void shows_what_agents_noted_about_the_customer() {
        var customer = people.member("赵奶奶", 0);
        var lin = people.staff(Role.AGENT).id();
        customers.tag(customer, List.of("老年客户", "说话慢一点"), lin).await().indefinitely();

        var packet = packetOf(scene.askForHuman(scene.withBot(customer), Code.WISH_FOR_HUMAN));

        assertThat(packet.profile().tags()).containsExactly("老年客户", "说话慢一点");
        assertThat(packet.profile().marks()).containsExactly(new Marked(Mark.CARE, "客服标签：老年客户"));
    }

    @Test
    void shows_who_is_valued_by_the_word_of_the_host_application_and_not_by_their_own() {
        var valued = packetOf(scene.askForHuman(scene.withBot(people.memberWith("vip")), Code.WISH_FOR_HUMAN));
        var boasts = packetOf(handedOff("我是你们的VIP客户", "我家里老人八十多了，一个人在家"));

        assertThat(valued.profile().marks()).containsExactly(new Marked(Mark.VIP, "会员资料：vip"));
        assertThat(boasts.profile().marks()).extracting(Marked::mark).containsExactly(Mark.CARE);
    }

    @Test
    void a_conversation_without_words_has_a_packet_too() {
        var packet = packetOf(scene.waiting(Code.WISH_FOR_HUMAN));

        assertThat(packet.summary()).isEmpty();
        assertThat(packet.firstSentence()).isNotBlank();
    }

    private Conversation handedOff(String... said) {
        var conversation = scene.withBot(people.visitor());
        for (var text : said) {
            scene.customerSaid(conversation.id(), text);
        }
        return scene.askForHuman(conversation, Code.STRONG_EMOTION);
    }

    private ContextPacket packetOf(Conversation conversation) {
        return packets.of(conversation).await().indefinitely();
    }
}

package dev.yiwen.channel.wechat.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.channel.wechat.callback.PushedFields;
import dev.yiwen.channel.wechat.kf.KfItem;
import dev.yiwen.channel.wechat.kf.ServiceState;
import dev.yiwen.channel.wechat.quota.Trigger;
import dev.yiwen.channel.wechat.subscribe.SubscribeNews;
import dev.yiwen.shared.Messages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrivedReaderTest {
    private final ArrivedReader reader = new ArrivedReader(new Messages());
    private final KfReader kf = new KfReader(new Messages());

    @Test
    void a_tap_on_a_menu_in_a_message_comes_as_text_and_allows_less() {
        assertThat(mp("<MsgType>text</MsgType><Content>满意</Content>"))
                .isEqualTo(new Arrived.Said("满意", Trigger.MESSAGE));
        assertThat(mp("<MsgType>text</MsgType><Content>满意</Content><bizmsgmenuid>101</bizmsgmenuid>"))
                .isEqualTo(new Arrived.Said("满意", Trigger.TAP));
    }

    @Test
    void follows_and_scans_bring_their_scene() {
        assertThat(event("subscribe", "<EventKey>qrscene_123</EventKey>"))
                .isEqualTo(new Arrived.CameIn("123", null, Trigger.TAP, true));
        assertThat(event("SCAN", "<EventKey>123</EventKey>"))
                .isEqualTo(new Arrived.CameIn("123", null, Trigger.TAP, false));
        assertThat(event("CLICK", "<EventKey>人工</EventKey>")).isEqualTo(new Arrived.Said("人工", Trigger.TAP));
        assertThat(event("unsubscribe", "")).isEqualTo(new Arrived.Aside("unsubscribe"));
    }

    @Test
    void consents_and_results_of_subscribe_messages_come_as_lists() {
        assertThat(
                        event(
                                "subscribe_msg_popup_event",
                                "<SubscribeMsgPopupEvent><List><TemplateId>T1</TemplateId>"
                                        + "<SubscribeStatusString>accept</SubscribeStatusString></List><List><TemplateId>T2</TemplateId>"
                                        + "<SubscribeStatusString>reject</SubscribeStatusString></List><List><TemplateId>T3</TemplateId>"
                                        + "<SubscribeStatusString>accept</SubscribeStatusString></List></SubscribeMsgPopupEvent>"))
                .isEqualTo(new Arrived.OfSubscriptions(new SubscribeNews.Accepted(List.of("T1", "T3"))));
        assertThat(json("""
                {"MsgType":"event","Event":"subscribe_msg_change_event",
                 "List":[{"TemplateId":"T1","SubscribeStatusString":"reject"},{"TemplateId":"T2","SubscribeStatusString":"accept"}]}
                """)).isEqualTo(new Arrived.OfSubscriptions(new SubscribeNews.Withdrawn(List.of("T1"))));
        assertThat(json("""
                {"MsgType":"event","Event":"subscribe_msg_sent_event",
                 "List":{"TemplateId":"T1","MsgID":"1864323726461255680","ErrorCode":"43101","ErrorStatus":"user refuse"}}
                """)).isEqualTo(new Arrived.OfSubscriptions(new SubscribeNews.Sent(Map.of("T1", 43101))));
    }

    @Test
    void wechats_own_desk_takes_and_lets_go() {
        assertThat(event("kf_create_session", "<KfAccount>kf1@gh</KfAccount>"))
                .isEqualTo(new Arrived.AtDesk(true, "kf1@gh"));
        assertThat(event("kf_switch_session", "<FromKfAccount>kf1@gh</FromKfAccount><ToKfAccount>kf2@gh</ToKfAccount>"))
                .isEqualTo(new Arrived.AtDesk(true, "kf2@gh"));
        assertThat(event("kf_close_session", "<KfAccount>kf2@gh</KfAccount>"))
                .isEqualTo(new Arrived.AtDesk(false, "kf2@gh"));
    }

    private Arrived json(String body) {
        return reader.read(WeChatKind.MA, PushedFields.read(body).orElseThrow());
    }

    @Test
    void a_mini_programs_session_brings_its_context() {
        var fields = PushedFields.read(
                        "{\"MsgType\":\"event\",\"Event\":\"user_enter_tempsession\",\"SessionFrom\":\"账单页\"}")
                .orElseThrow();

        assertThat(reader.read(WeChatKind.MA, fields)).isEqualTo(new Arrived.CameIn("账单页", null, Trigger.ENTER, true));
    }

    @Test
    void files_places_links_and_what_nobody_knows_are_kept() {
        assertThat(mp("<MsgType>image</MsgType><MediaId>m1</MediaId>")).isEqualTo(new Arrived.SentFile("m1", "图片.jpg"));
        assertThat(mp("<MsgType>voice</MsgType><MediaId>m2</MediaId><Format>amr</Format>"))
                .isEqualTo(new Arrived.SentFile("m2", "语音.amr"));
        assertThat(words(mp("<MsgType>location</MsgType><Label>人民广场</Label><Location_X>31.2</Location_X>")))
                .contains("人民广场", "31.2");
        assertThat(words(mp("<MsgType>link</MsgType><Title>套餐</Title><Url>https://example.com/a</Url>")))
                .contains("套餐", "https://example.com/a");
        assertThat(words(mp("<MsgType>hologram</MsgType>"))).contains("hologram");
    }

    @Test
    void weCom_tells_who_serves_and_what_was_not_delivered() {
        assertThat(kf("""
                {"msgtype": "event", "origin": 4, "event": {"event_type": "session_status_change", "change_type": 1,
                  "new_servicer_userid": "lin"}}""")).isEqualTo(new Arrived.ServedBy(new ServiceState.WithServicer("lin"), null));
        assertThat(kf("""
                {"msgtype": "event", "origin": 4, "event": {"event_type": "session_status_change", "change_type": 3}}""")).isEqualTo(new Arrived.ServedBy(new ServiceState.Closed(), null));
        assertThat(kf("""
                {"msgtype": "event", "event": {"event_type": "msg_send_fail", "fail_msgid": "a1", "fail_type": 4}}""")).isEqualTo(new Arrived.NotDelivered("a1", 4));
        assertThat(kf("""
                {"msgtype": "text", "origin": 5, "servicer_userid": "lin", "text": {"content": "马上查"}}""")).isEqualTo(new Arrived.SaidByServicer("lin", "马上查"));
    }

    @Test
    void weComs_welcome_code_asks_for_a_greeting() {
        assertThat(kf("""
                {"msgtype": "event", "event": {"event_type": "enter_session", "scene": "s", "scene_param": "账单",
                  "welcome_code": "c1"}}""")).isEqualTo(new Arrived.CameIn("账单", "c1", null, true));
        assertThat(kf("""
                {"msgtype": "event", "event": {"event_type": "enter_session", "scene": "s"}}""")).isEqualTo(new Arrived.CameIn("s", null, null, false));
    }

    @Test
    void ids_of_events_stand_within_them() throws JsonProcessingException {
        var item = new KfItem(new ObjectMapper().readTree("""
                {"msgid": "1", "msgtype": "event", "event": {"open_kfid": "wk1", "external_userid": "wm1"}}"""));

        assertThat(item.customer()).contains("wm1");
        assertThat(item.openKfid()).contains("wk1");
    }

    private Arrived mp(String fields) {
        return reader.read(
                WeChatKind.MP, PushedFields.read("<xml>" + fields + "</xml>").orElseThrow());
    }

    private Arrived event(String event, String fields) {
        return mp("<MsgType>event</MsgType><Event>" + event + "</Event>" + fields);
    }

    private Arrived kf(String json) {
        try {
            return kf.read(new KfItem(new ObjectMapper().readTree(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String words(Arrived arrived) {
        return ((Arrived.Described) arrived).words();
    }
}

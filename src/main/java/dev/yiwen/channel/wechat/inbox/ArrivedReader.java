package dev.yiwen.channel.wechat.inbox;

import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.channel.wechat.callback.PushedFields;
import dev.yiwen.channel.wechat.quota.Trigger;
import dev.yiwen.channel.wechat.subscribe.SubscribeNews;
import dev.yiwen.shared.Messages;
import java.util.Map;
import java.util.Set;

/** Reads what official accounts and mini-programs push. */
final class ArrivedReader {
    private static final Set<String> TAPS = Set.of(
            "CLICK",
            "VIEW",
            "view_miniprogram",
            "scancode_push",
            "scancode_waitmsg",
            "location_select",
            "pic_sysphoto",
            "pic_photo_or_album",
            "pic_weixin");
    private static final Set<String> ASIDE =
            Set.of("unsubscribe", "TEMPLATESENDJOBFINISH", "MASSSENDJOBFINISH", "LOCATION");
    private static final String NEWS = "kf_msg_or_event";

    private final Messages messages;

    ArrivedReader(Messages messages) {
        this.messages = messages;
    }

    Arrived read(WeChatKind kind, PushedFields it) {
        var type = it.or("MsgType", "");
        return switch (type) {
            case "text" -> new Arrived.Said(it.or("Content", ""), trigger(kind, it));
            case "image" -> file(it, "wechat.said.picture", "jpg");
            case "voice" -> voice(it);
            case "video", "shortvideo" -> file(it, "wechat.said.video", "mp4");
            case "location" ->
                described(
                        "location",
                        Map.of("name", it.or("Label", ""), "x", it.or("Location_X", ""), "y", it.or("Location_Y", "")));
            case "link" ->
                described(
                        "link",
                        Map.of(
                                "title",
                                it.or("Title", ""),
                                "about",
                                it.or("Description", ""),
                                "url",
                                it.or("Url", "")));
            case "miniprogrampage" ->
                described("card", Map.of("title", it.or("Title", ""), "page", it.or("PagePath", "")));
            case "event" -> event(kind, it);
            default -> described("unknown", Map.of("kind", type, "words", TellingFields.of(it.values())));
        };
    }

    /** A tap on a menu within a message comes as a text, and allows less. */
    private static Trigger trigger(WeChatKind kind, PushedFields it) {
        return kind == WeChatKind.MP && it.get("bizmsgmenuid").isPresent() ? Trigger.TAP : Trigger.MESSAGE;
    }

    private Arrived event(WeChatKind kind, PushedFields it) {
        var event = it.or("Event", "");
        if (event.equals(NEWS)) {
            return new Arrived.News(
                    it.get("Token").orElse(null), it.get("OpenKfId").orElse(null));
        }
        var news = SubscribeNews.of(it);
        if (news.isPresent()) {
            return new Arrived.OfSubscriptions(news.get());
        }
        switch (event) {
            case "kf_create_session" -> {
                return new Arrived.AtDesk(true, it.or("KfAccount", ""));
            }
            case "kf_switch_session" -> {
                return new Arrived.AtDesk(true, it.or("ToKfAccount", ""));
            }
            case "kf_close_session" -> {
                return new Arrived.AtDesk(false, it.or("KfAccount", ""));
            }
            default -> {}
        }
        if (kind == WeChatKind.MA) {
            return event.equals("user_enter_tempsession")
                    ? new Arrived.CameIn(it.get("SessionFrom").orElse(null), null, Trigger.ENTER, true)
                    : new Arrived.Aside(event);
        }
        return switch (event) {
            case "subscribe" ->
                new Arrived.CameIn(it.get("EventKey").map(ArrivedReader::scene).orElse(null), null, Trigger.TAP, true);
            case "SCAN" -> new Arrived.CameIn(it.get("EventKey").orElse(null), null, Trigger.TAP, false);
            case "CLICK" -> new Arrived.Said(it.or("EventKey", ""), Trigger.TAP);
            default ->
                TAPS.contains(event) && !ASIDE.contains(event)
                        ? new Arrived.CameIn(it.get("EventKey").orElse(null), null, Trigger.TAP, false)
                        : new Arrived.Aside(event);
        };
    }

    private static String scene(String key) {
        return key.startsWith("qrscene_") ? key.substring("qrscene_".length()) : key;
    }

    private Arrived file(PushedFields it, String name, String extension) {
        return it.get("MediaId")
                .<Arrived>map(id -> new Arrived.SentFile(id, messages.text(name) + "." + extension))
                .orElseGet(() -> described("unknown", Map.of("kind", it.or("MsgType", ""), "words", "")));
    }

    private Arrived voice(PushedFields it) {
        var file = file(it, "wechat.said.voice", it.or("Format", "amr"));
        var words = it.or("Recognition", "").strip();
        return file instanceof Arrived.SentFile sent && !words.isEmpty()
                ? new Arrived.SentFile(sent.mediaId(), sent.name(), words)
                : file;
    }

    private Arrived described(String what, Map<String, String> facts) {
        return new Arrived.Described(messages.text("wechat.said." + what, facts).strip());
    }
}

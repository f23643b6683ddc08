package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import dev.yiwen.command.wechat.platform.ReplyBudget.Trigger;
import dev.yiwen.command.wechat.push.PushFields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person's phone with one account: what they can do there, and what they see. What their account lacks is refused. */
public final class CustomerPhone {
    private static final int SESSION_FROM_BYTES = 1000;
    private static final int SCENE_PARAM_BYTES = 128;

    private final WechatPlatform platform;
    private final CustomerSide side;
    private final PlatformAccount account;
    private final CustomerPushes pushes;

    CustomerPhone(WechatPlatform platform, CustomerSide side) {
        this.platform = platform;
        this.side = side;
        pushes = new CustomerPushes(platform, side);
        account = side.account;
    }

    /**
     * What was done.
     *
     * @param messageId MsgId or msgid; of an event what the delivery is called
     * @param delivery null where the account has no callback
     */
    public record Done(String messageId, @Nullable PushDelivery delivery) {}

    /** What is left of one window. */
    public record Left(String trigger, int left, Instant until) {}

    /** openid, or external_userid with WeCom. */
    public String id() {
        return side.id;
    }

    public String unionId() {
        return side.unionId;
    }

    public String person() {
        return side.person;
    }

    public List<Bubble> bubbles() {
        return platform.inTurn(side::bubbles);
    }

    /** Grows with everything that comes onto the phone. */
    public long shown() {
        return platform.inTurn(side::shown);
    }

    /** Whether the other side is seen to type. */
    public boolean seesTyping() {
        return platform.inTurn(() -> side.typingUntil != null && side.typingUntil.isAfter(platform.now()));
    }

    /** The windows that are open, the first to close first. */
    public List<Left> left() {
        return platform.inTurn(() -> side.budget.open(platform.now()).stream()
                .map(it -> new Left(it.trigger().name(), it.left(), it.until()))
                .toList());
    }

    /** Consents that are left of a template. */
    public int consents(String template) {
        return platform.inTurn(() -> side.consents.getOrDefault(template, 0));
    }

    public Done text(String text) {
        return platform.inTurn(() -> account.kind() == Kind.KF
                ? platform.kf().said(side, "text", Map.of("content", text))
                : pushes.message("text", Map.of("Content", text), Map.of("content", text)));
    }

    public Done image(byte[] bytes, String contentType) {
        return file("image", bytes, contentType, "image");
    }

    /** Not in mini-programs' customer service. */
    public Done voice(byte[] amr) {
        return file("voice", amr, "audio/amr", "voice.amr");
    }

    /** Not in mini-programs' customer service. */
    public Done video(byte[] mp4) {
        return file("video", mp4, "video/mp4", "video.mp4");
    }

    /** WeCom kf only. */
    public Done document(byte[] bytes, String fileName) {
        only(Kind.KF);
        return file("file", bytes, "application/octet-stream", fileName);
    }

    private Done file(String kind, byte[] bytes, String contentType, String fileName) {
        if (!kind.equals("image")) {
            only(Kind.MP, Kind.KF);
        }
        return platform.inTurn(() -> {
            if (account.kind() == Kind.KF) {
                return platform.kf().sentFile(side, kind, bytes, contentType, fileName);
            }
            var media = platform.media.put(account.id(), kind, contentType, fileName, bytes, platform.now());
            Map<String, Object> fields = new LinkedHashMap<>();
            switch (kind) {
                case "image" -> {
                    fields.put("PicUrl", platform.picture(media));
                    fields.put("MediaId", media);
                }
                case "voice" -> {
                    fields.put("MediaId", media);
                    fields.put("Format", "amr");
                    // Withdrawn by the platform: there, and empty.
                    fields.put("Recognition", "");
                }
                default -> {
                    fields.put("MediaId", media);
                    fields.put("ThumbMediaId", media);
                }
            }
            return pushes.message(kind, fields, Map.of("media_id", media));
        });
    }

    /** Not in mini-programs' customer service. */
    public Done location(double latitude, double longitude, String label) {
        only(Kind.MP, Kind.KF);
        var shown =
                Map.of("latitude", Double.toString(latitude), "longitude", Double.toString(longitude), "name", label);
        return platform.inTurn(() -> {
            if (account.kind() == Kind.KF) {
                return platform.kf().location(side, latitude, longitude, label);
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Location_X", latitude);
            fields.put("Location_Y", longitude);
            fields.put("Scale", 16);
            fields.put("Label", label);
            return pushes.message("location", fields, shown);
        });
    }

    /** Not in mini-programs' customer service. */
    public Done link(String title, String description, String url) {
        only(Kind.MP, Kind.KF);
        var shown = Map.of("title", title, "desc", description, "url", url);
        return platform.inTurn(() -> {
            if (account.kind() == Kind.KF) {
                return platform.kf().said(side, "link", shown);
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Title", title);
            fields.put("Description", description);
            fields.put("Url", url);
            return pushes.message("link", fields, shown);
        });
    }

    /** A card of a mini-program's page; not in official accounts. */
    public Done page(String appId, String title, String path) {
        only(Kind.MA, Kind.KF);
        return platform.inTurn(() -> {
            var thumb = platform.media.put(
                    account.id(), "image", "image/jpeg", "thumb.jpg", new byte[] {1}, platform.now());
            if (account.kind() == Kind.KF) {
                return platform.kf()
                        .said(
                                side,
                                "miniprogram",
                                Map.of("title", title, "appid", appId, "pagepath", path, "thumb_media_id", thumb));
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Title", title);
            fields.put("AppId", appId);
            fields.put("PagePath", path);
            fields.put("ThumbUrl", platform.picture(thumb));
            fields.put("ThumbMediaId", thumb);
            return pushes.message("miniprogrampage", fields, Map.of("title", title, "pagepath", path));
        });
    }

    /** A message of a kind that nobody has told us of. */
    public Done unknown(String kind, Map<String, Object> fields) {
        return platform.inTurn(() -> account.kind() == Kind.KF
                ? platform.kf().said(side, kind, Map.of())
                : pushes.message(kind, fields, Map.of()));
    }

    /** A link in a message menu: text with the entry's id. In official accounts it opens the window of a click only. */
    public Done tap(String id, String content) {
        only(Kind.MP, Kind.KF);
        return platform.inTurn(() -> {
            if (account.kind() == Kind.KF) {
                return platform.kf().said(side, "text", Map.of("content", content, "menu_id", id));
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Content", content);
            fields.put("bizmsgmenuid", id);
            return pushes.message("text", fields, Map.of("content", content, "menu_id", id), Trigger.CLICK);
        });
    }

    /** A button of an official account's menu. */
    public Done menu(String key) {
        only(Kind.MP);
        return pushes.event("CLICK", Map.of("EventKey", key), Trigger.CLICK);
    }

    /** A button of an official account's menu that opens a page: it opens no window. */
    public Done view(String url) {
        only(Kind.MP);
        return pushes.event("VIEW", Map.of("EventKey", url), null);
    }

    /** Follows an official account, by a code with a scene or without ({@code null}). */
    public Done follow(@Nullable String scene) {
        only(Kind.MP);
        side.follows = true;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("EventKey", scene == null ? "" : "qrscene_" + scene);
        if (scene != null) {
            fields.put("Ticket", platform.draws.letters(64));
        }
        return pushes.event("subscribe", fields, Trigger.FOLLOW);
    }

    public Done unfollow() {
        only(Kind.MP);
        side.follows = false;
        return pushes.event("unsubscribe", Map.of("EventKey", ""), null);
    }

    /** Scans a code of an official account that they follow. */
    public Done scan(String scene) {
        only(Kind.MP);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("EventKey", scene);
        fields.put("Ticket", platform.draws.letters(64));
        return pushes.event("SCAN", fields, Trigger.SCAN);
    }

    /** Pays something to an official account, which is not pushed. */
    public void pay() {
        only(Kind.MP);
        platform.inTurn(() -> {
            side.budget.open(Trigger.PAYMENT, 0, platform.now());
            return true;
        });
    }

    /** Enters a mini-program's customer service; the context is cut at 1,000 bytes. */
    public Done enter(String sessionFrom) {
        only(Kind.MA);
        return pushes.event(
                "user_enter_tempsession", Map.of("SessionFrom", cut(sessionFrom, SESSION_FROM_BYTES)), Trigger.ENTER);
    }

    /** Enters the session with an account of WeCom kf. */
    public Done enter(String scene, String sceneParam) {
        only(Kind.KF);
        return platform.inTurn(() -> platform.kf().entered(side, scene, cut(sceneParam, SCENE_PARAM_BYTES)));
    }

    /** Takes back a message of WeCom kf. */
    public Done recall(String messageId) {
        only(Kind.KF);
        return platform.inTurn(() -> platform.kf().recalled(side, messageId));
    }

    /** The platform's own service desk, with this customer. */
    public ServiceDesk desk() {
        only(Kind.MP, Kind.MA);
        return new ServiceDesk(platform, side);
    }

    /** In WeChat's settings the customer wants none of a template any more. */
    public Done withdraw(String template) {
        only(Kind.MP, Kind.MA);
        return platform.inTurn(() -> {
            side.consents.remove(template);
            var entry = new LinkedHashMap<String, Object>();
            entry.put("TemplateId", template);
            entry.put("SubscribeStatusString", "reject");
            return pushes.pushed(
                    "subscribe_msg_change_event",
                    Map.of("List", new PushFields.Groups("SubscribeMsgChangeEvent", List.of(entry))));
        });
    }

    /** Answers the dialog of a subscribe message: each yes is one message. */
    public Done consent(String template, boolean accepts) {
        only(Kind.MP, Kind.MA);
        return platform.inTurn(() -> {
            if (accepts) {
                side.consents.merge(template, 1, Integer::sum);
            }
            var entry = new LinkedHashMap<String, Object>();
            entry.put("TemplateId", template);
            entry.put("SubscribeStatusString", accepts ? "accept" : "reject");
            entry.put("PopupScene", "0");
            return pushes.pushed(
                    "subscribe_msg_popup_event",
                    Map.of("List", new PushFields.Groups("SubscribeMsgPopupEvent", List.of(entry))));
        });
    }

    /** Whether service messages are blocked. */
    public void refuses(boolean refuses) {
        platform.inTurn(() -> side.refuses = refuses);
    }

    /** {@code wx.login} in the mini-program: the code for {@code jscode2session}. */
    public String login() {
        only(Kind.MA);
        return platform.inTurn(() -> platform.login(side));
    }

    private void only(Kind... kinds) {
        if (!List.of(kinds).contains(account.kind())) {
            throw new IllegalArgumentException("an account of kind " + account.kind() + " has no such thing");
        }
    }

    /** At most so many bytes of UTF-8, whole characters. */
    private static String cut(String text, int bytes) {
        var cut = text;
        while (cut.getBytes(StandardCharsets.UTF_8).length > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}

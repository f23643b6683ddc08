package dev.yiwen.command.wechat.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.yiwen.command.wechat.platform.AccountSettings.Quirk;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CustomerPhone.Done;
import dev.yiwen.command.wechat.platform.ReplyBudget.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** WeCom kf 微信客服: its accounts and sessions, what customers do there, and what is fetched of it. */
public final class KfDesk {
    static final Duration WINDOW = Duration.ofHours(48);
    private static final int FROM_CUSTOMER = 3;
    private static final int FROM_SYSTEM = 4;
    private static final int FROM_SERVICER = 5;
    private static final int IDS = 100;

    private final WechatPlatform platform;
    private final KfSending sending;
    private final KfPeople people;
    private final Map<String, KfLine> lines = new LinkedHashMap<>();
    private final Map<CustomerSide, KfSession> sessions = new HashMap<>();

    KfDesk(WechatPlatform platform) {
        this.platform = platform;
        sending = new KfSending(platform, this);
        people = new KfPeople(platform, this);
    }

    public KfSending sending() {
        return sending;
    }

    public KfPeople people() {
        return people;
    }

    /** An account of a company's customer service. */
    public void open(PlatformAccount corp, String openKfId, String name) {
        platform.inTurn(() -> lines.put(key(corp, openKfId), new KfLine(corp, openKfId, name)));
    }

    /** Ids and names of a company's accounts. */
    public Map<String, String> accounts(PlatformAccount corp) {
        var names = new LinkedHashMap<String, String>();
        platform.inTurn(() -> {
            lines.values().stream().filter(it -> it.corp == corp).forEach(it -> names.put(it.openKfId, it.name));
            return names;
        });
        return names;
    }

    KfLine line(PlatformAccount corp, @Nullable String openKfId) {
        var line = lines.get(key(corp, openKfId));
        if (line == null) {
            throw PlatformError.KF_ID.refusal();
        }
        return line;
    }

    void forget(CustomerSide customer) {
        sessions.remove(customer);
    }

    KfSession session(CustomerSide customer) {
        return sessions.computeIfAbsent(customer, it -> new KfSession(line(it.account, it.openKfId), it));
    }

    KfSession session(PlatformAccount corp, String openKfId, @Nullable String externalUserId) {
        var line = line(corp, openKfId);
        return session(platform.customer(corp, line.openKfId, externalUserId)
                .orElseThrow(PlatformError.EXTERNAL_USER::refusal));
    }

    /** How a customer's session stands. */
    public KfState state(CustomerPhone phone, PlatformAccount corp, String openKfId) {
        return platform.inTurn(() -> session(corp, openKfId, phone.id()).state);
    }

    Done said(CustomerSide customer, String kind, Map<String, String> fields) {
        var body = JsonNodeFactory.instance.objectNode();
        fields.forEach(body::put);
        return said(customer, kind, body, fields, null);
    }

    Done location(CustomerSide customer, double latitude, double longitude, String name) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("latitude", latitude)
                .put("longitude", longitude)
                .put("name", name)
                .put("address", name);
        return said(customer, "location", body, ServiceMessages.flat(body), null);
    }

    /** What is larger than allowed arrives as a text that says so. */
    Done sentFile(CustomerSide customer, String kind, byte[] bytes, String contentType, String fileName) {
        if (MediaRules.tooLargeFromCustomer(kind, bytes.length)) {
            return said(customer, "text", Map.of("content", "[" + kind + "] too large to be received"));
        }
        var now = platform.now();
        var media = platform.media.put(customer.account.id(), kind, contentType, fileName, bytes, now);
        var silk = kind.equals("voice")
                ? platform.media.put(customer.account.id(), kind, "audio/silk", "voice.silk", MediaRules.silk(), now)
                : null;
        var body = JsonNodeFactory.instance.objectNode().put("media_id", media);
        return said(customer, kind, body, Map.of("media_id", media, "filename", fileName), silk);
    }

    private Done said(
            CustomerSide customer, String kind, ObjectNode body, Map<String, String> shown, @Nullable String silk) {
        var session = session(customer);
        var now = platform.now();
        if (session.state == KfState.CLOSED) {
            session.state = KfState.UNTREATED;
        }
        session.greeted = now;
        customer.lastActed = now;
        customer.budget.open(Trigger.MESSAGE, customer.account.settings().perMessage(), now);
        var message = message(session, FROM_CUSTOMER, kind, now);
        message.set(kind, body);
        return arrived(session, message, silk, From.CUSTOMER, kind, shown);
    }

    /** With a code for a welcome where there was neither welcome nor message for 48 hours. */
    Done entered(CustomerSide customer, String scene, String sceneParam) {
        var session = session(customer);
        var now = platform.now();
        session.scene = scene;
        session.sceneParam = sceneParam;
        var fields = JsonNodeFactory.instance.objectNode();
        fields.put("scene", scene);
        fields.put("scene_param", sceneParam);
        if (session.greeted == null || !session.greeted.plus(WINDOW).isAfter(now)) {
            session.greeted = now;
            fields.put("welcome_code", sending.code(session, KfSending.Occasion.WELCOME));
        }
        return event(session, "enter_session", fields);
    }

    Done recalled(CustomerSide customer, String messageId) {
        return event(
                session(customer),
                "user_recall_msg",
                JsonNodeFactory.instance.objectNode().put("recall_msgid", messageId));
    }

    /** An event, whose ids stand within it. */
    Done event(KfSession session, String type, ObjectNode fields) {
        var now = platform.now();
        var message = JsonNodeFactory.instance
                .objectNode()
                .put("msgid", platform.draws.letters(32))
                .put("send_time", now.getEpochSecond())
                .put("origin", FROM_SYSTEM)
                .put("msgtype", "event");
        var event = message.putObject("event")
                .put("event_type", type)
                .put("open_kfid", session.line.openKfId)
                .put("external_userid", session.customer.id);
        event.setAll(fields);
        return arrived(session, message, null, From.PLATFORM, type, ServiceMessages.flat(fields));
    }

    /** What a person in the WeCom client wrote. */
    Done servicerSaid(KfSession session, String servicer, String text) {
        var message = message(session, FROM_SERVICER, "text", platform.now());
        message.put("servicer_userid", servicer);
        message.putObject("text").put("content", text);
        return arrived(
                session, message, null, From.SERVICER, "text", Map.of("content", text, "servicer_userid", servicer));
    }

    private ObjectNode message(KfSession session, int origin, String kind, Instant now) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("msgid", platform.draws.letters(32))
                .put("open_kfid", session.line.openKfId)
                .put("external_userid", session.customer.id)
                .put("send_time", now.getEpochSecond())
                .put("origin", origin)
                .put("msgtype", kind);
    }

    private Done arrived(
            KfSession session,
            ObjectNode message,
            @Nullable String silk,
            From from,
            String kind,
            Map<String, String> shown) {
        var now = platform.now();
        var line = session.line;
        line.add(message, silk, now);
        var id = message.path("msgid").asText();
        session.customer.show(id, now, from, kind, shown);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ToUserName", line.corp.id());
        fields.put("CreateTime", now.getEpochSecond());
        fields.put("MsgType", "event");
        fields.put("Event", "kf_msg_or_event");
        fields.put("Token", line.token(platform.draws, now));
        fields.put("OpenKfId", line.openKfId);
        return new Done(id, platform.deliveries.push(line.corp, id, fields, null));
    }

    /**
     * {@code sync_msg}: messages, the next cursor, and whether there is more.
     *
     * @param limit 0 for the most
     */
    public Fetched fetch(
            PlatformAccount corp,
            String openKfId,
            @Nullable String cursor,
            @Nullable String token,
            int limit,
            boolean silk) {
        if (limit < 0 || limit > KfLine.PAGE) {
            throw PlatformError.PARAMETER.refusal();
        }
        var page = line(corp, openKfId).fetch(cursor, token, limit == 0 ? KfLine.PAGE : limit, silk, platform.now());
        return new Fetched(page.messages(), page.cursor(), page.more());
    }

    /** What a fetch brings. */
    public record Fetched(List<ObjectNode> messages, String cursor, boolean more) {}

    /**
     * {@code customer/batchget}: who was active in the last 48 hours, at most 100. Others are not in the result.
     *
     * @param context whether it is wanted how they came in
     */
    public List<ObjectNode> customers(PlatformAccount corp, List<String> ids, boolean context) {
        if (ids.isEmpty() || ids.size() > IDS) {
            throw PlatformError.PARAMETER.refusal();
        }
        var now = platform.now();
        return ids.stream()
                .flatMap(id -> sessions.values().stream()
                        .filter(it -> it.customer.account == corp && it.customer.id.equals(id))
                        .filter(it -> active(it.customer, now))
                        .limit(1))
                .map(it -> customer(it, context))
                .toList();
    }

    private static boolean active(CustomerSide customer, Instant now) {
        return customer.lastActed != null && customer.lastActed.plus(WINDOW).isAfter(now);
    }

    private static ObjectNode customer(KfSession session, boolean context) {
        var customer = session.customer;
        var found = JsonNodeFactory.instance
                .objectNode()
                .put("external_userid", customer.id)
                .put("nickname", customer.person)
                .put("avatar", "")
                .put("gender", 0);
        if (customer.account.is(Quirk.UNIONID_BOUND)) {
            found.put("unionid", customer.unionId);
        }
        if (context && session.scene != null) {
            found.putObject("enter_session_context").put("scene", session.scene).put("scene_param", session.sceneParam);
        }
        return found;
    }

    private static String key(PlatformAccount corp, @Nullable String openKfId) {
        return corp.id() + "\n" + openKfId;
    }
}

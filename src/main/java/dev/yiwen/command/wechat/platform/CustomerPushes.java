package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CustomerPhone.Done;
import dev.yiwen.command.wechat.platform.ReplyBudget.Trigger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a customer of an official account or a mini-program does, as it is shown to them, counted and pushed. */
final class CustomerPushes {
    private final WechatPlatform platform;
    private final CustomerSide side;

    CustomerPushes(WechatPlatform platform, CustomerSide side) {
        this.platform = platform;
        this.side = side;
    }

    Done message(String kind, Map<String, Object> fields, Map<String, String> shown) {
        return message(kind, fields, shown, Trigger.MESSAGE);
    }

    Done message(String kind, Map<String, Object> fields, Map<String, String> shown, Trigger trigger) {
        var now = platform.now();
        acted(trigger, now);
        long id = platform.nextMessage();
        var all = head(kind, now);
        all.putAll(fields);
        all.put("MsgId", id);
        if (new ServiceDesk(platform, side).serves()) {
            side.show(Long.toString(id), now, From.CUSTOMER, kind, shown);
            return new Done(Long.toString(id), null);
        }
        return push(Long.toString(id), now, kind, all, shown);
    }

    /** @param trigger the window that it opens, null for none */
    Done event(String event, Map<String, Object> fields, @Nullable Trigger trigger) {
        return platform.inTurn(() -> {
            if (trigger != null) {
                acted(trigger, platform.now());
            }
            return pushed(event, fields);
        });
    }

    /** What happened to the customer, without their doing. */
    Done told(String event, Map<String, Object> fields) {
        var now = platform.now();
        var all = head("event", now);
        all.put("Event", event);
        all.putAll(fields);
        var id = event + " " + now.getEpochSecond();
        if (event.startsWith("kf_")) {
            side.show(id, now, From.PLATFORM, event, Map.of());
        }
        return new Done(id, platform.deliveries.push(side.account, id, all, side.id));
    }

    /** Events have no id: two of one kind in one second are not told apart. */
    Done pushed(String event, Map<String, Object> fields) {
        var now = platform.now();
        var all = head("event", now);
        all.put("Event", event);
        all.putAll(fields);
        var shown = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> shown.put(name, value.toString()));
        return push(event + " " + now.getEpochSecond(), now, event, all, shown);
    }

    private Done push(String id, Instant now, String kind, Map<String, Object> fields, Map<String, String> shown) {
        side.show(id, now, From.CUSTOMER, kind, shown);
        return new Done(id, platform.deliveries.push(side.account, id, fields, side.id));
    }

    private void acted(Trigger trigger, Instant now) {
        side.lastActed = now;
        side.budget.open(trigger, side.account.settings().perMessage(), now);
    }

    private Map<String, Object> head(String kind, Instant now) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ToUserName", side.account.receiver());
        fields.put("FromUserName", side.id);
        fields.put("CreateTime", now.getEpochSecond());
        fields.put("MsgType", kind);
        return fields;
    }
}

package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import dev.yiwen.command.wechat.push.PassiveReply;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Shows a customer what was answered to their callback. It takes nothing from the budget, as far as is known. */
final class ReplyBubble {
    private static final String TRANSFER = "transfer_customer_service";

    private final CustomerSide customer;
    private final PushDelivery delivery;
    private final Instant now;

    private final ServiceDesk desk;

    ReplyBubble(CustomerSide customer, PushDelivery delivery, Instant now, ServiceDesk desk) {
        this.desk = desk;
        this.customer = customer;
        this.delivery = delivery;
        this.now = now;
    }

    void show(PassiveReply reply) {
        switch (reply) {
            case PassiveReply.Taken taken -> {
                // Nothing to see.
            }
            case PassiveReply.Wrong wrong -> fault(wrong.why());
            case PassiveReply.Said said -> said(said.fields());
        }
    }

    private void said(Map<String, String> fields) {
        var kind = fields.getOrDefault("MsgType", "");
        if (!customer.id.equals(fields.get("ToUserName"))) {
            fault("a reply to somebody else");
        } else if (kind.equals(TRANSFER)) {
            if (delivery.ofEvent()) {
                fault("an event cannot be transferred");
            } else {
                customer.show(delivery.messageId(), now, From.PLATFORM, TRANSFER, Map.of());
                desk.handed(customer.account.kind() == Kind.MP ? fields.get("TransInfo.KfAccount") : null);
            }
        } else if (customer.account.kind() == Kind.MA) {
            fault("a mini-program's callback answers nobody");
        } else {
            switch (kind) {
                case "text" ->
                    customer.show(
                            delivery.messageId(),
                            now,
                            From.SERVICE,
                            kind,
                            Map.of("content", fields.getOrDefault("Content", "")));
                case "image", "voice", "video", "music", "news" -> {
                    var shown = new TreeMap<String, String>();
                    fields.forEach((name, value) -> shown.put(nameInMessages(name), value));
                    customer.show(delivery.messageId(), now, From.SERVICE, kind, shown);
                }
                default -> fault("a reply of no known kind");
            }
        }
    }

    /** {@code Image.MediaId} becomes media_id as in messages of the interface. */
    private static String nameInMessages(String name) {
        return name.endsWith("MediaId") ? "media_id" : name;
    }

    /** With an official account the customer reads that it is out of order; elsewhere nothing. */
    private void fault(String why) {
        customer.show(
                delivery.messageId(),
                now,
                From.PLATFORM,
                customer.account.kind() == Kind.MP ? "service_fault" : "unseen_fault",
                Map.of("why", why));
    }
}

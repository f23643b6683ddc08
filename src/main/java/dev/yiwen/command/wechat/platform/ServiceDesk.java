package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CustomerPhone.Done;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own service desk of one customer of an official account or a mini-program: where a callback's answer hands them.
 * Whoever waits there is still pushed to the callback; whom somebody serves is not, for half an hour at most (developers.weixin.qq.com,
 * product/kf/forwarding). With a name given the customer is that person's at once.
 */
public final class ServiceDesk {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final WechatPlatform platform;
    private final CustomerSide side;

    ServiceDesk(WechatPlatform platform, CustomerSide side) {
        this.platform = platform;
        this.side = side;
    }

    /** @param person {@code KfAccount}, null for whoever takes them */
    void handed(@Nullable String person) {
        if (person == null) {
            side.deskWaits = true;
        } else {
            takes(person);
        }
    }

    /** Somebody takes the customer. */
    public Done takes(String person) {
        return platform.inTurn(() -> {
            var before = serving();
            side.deskWaits = false;
            side.deskPerson = person;
            side.deskSince = platform.now();
            return event(
                    before == null ? "kf_create_session" : "kf_switch_session",
                    before == null
                            ? Map.of("KfAccount", person)
                            : Map.of("FromKfAccount", before, "ToKfAccount", person));
        });
    }

    /** Whoever serves them writes; of that nobody else is told. */
    public void says(String text) {
        platform.inTurn(() -> {
            var person = required();
            side.show(
                    "desk " + platform.nextMessage(),
                    platform.now(),
                    From.SERVICER,
                    "text",
                    Map.of("content", text, "servicer_userid", person));
            return true;
        });
    }

    public Done ends() {
        return platform.inTurn(() -> {
            var person = required();
            side.deskPerson = null;
            return event("kf_close_session", Map.of("KfAccount", person));
        });
    }

    /** Whether what the customer writes goes there alone. */
    boolean serves() {
        return serving() != null;
    }

    private String required() {
        var person = serving();
        if (person == null) {
            throw new IllegalArgumentException("nobody serves this customer");
        }
        return person;
    }

    private @Nullable String serving() {
        var since = side.deskSince;
        return since != null && since.plus(LONGEST).isAfter(platform.now()) ? side.deskPerson : null;
    }

    private Done event(String event, Map<String, Object> fields) {
        return new CustomerPushes(platform, side).told(event, fields);
    }
}

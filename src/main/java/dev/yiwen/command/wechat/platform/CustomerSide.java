package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.platform.Bubble.From;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person with one account: what they see, what may be sent to them, to what they have consented. */
final class CustomerSide {
    private static final int KEPT = 500;

    final PlatformAccount account;
    /** Empty except with WeCom kf. */
    final String openKfId;

    final String person;
    /** openid, or external_userid with WeCom. */
    final String id;

    final String unionId;
    final ReplyBudget budget = new ReplyBudget();
    final Map<String, Integer> consents = new HashMap<>();
    boolean refuses;
    boolean follows = true;

    @Nullable Instant lastActed;

    @Nullable Instant typingUntil;

    /** Of the platform's own service desk: whether they wait there, who has them, and since when. */
    boolean deskWaits;

    @Nullable String deskPerson;

    @Nullable Instant deskSince;

    private final Deque<Bubble> bubbles = new ArrayDeque<>();
    private long shown;

    CustomerSide(PlatformAccount account, String openKfId, String person, String id, String unionId) {
        this.account = account;
        this.openKfId = openKfId;
        this.person = person;
        this.id = id;
        this.unionId = unionId;
    }

    void show(String messageId, Instant at, From from, String kind, Map<String, String> fields) {
        bubbles.add(new Bubble(messageId, at, from, kind, Map.copyOf(fields)));
        shown++;
        if (bubbles.size() > KEPT) {
            bubbles.remove();
        }
    }

    List<Bubble> bubbles() {
        return List.copyOf(bubbles);
    }

    /** How many there ever were: a page sees that something is new. */
    long shown() {
        return shown;
    }
}

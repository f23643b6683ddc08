package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.push.PassiveReply;
import dev.yiwen.command.wechat.push.PushCipher;
import dev.yiwen.command.wechat.push.PushForm;
import dev.yiwen.command.wechat.push.PushRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One message or event on its way to an account's callback, with all attempts. Its keys and shape stay those of its start. */
public final class PushDelivery {
    private final long number;
    private final PlatformAccount account;
    private final String messageId;
    private final Map<String, Object> fields;
    private final @Nullable String openid;
    private final URI callback;
    private final PushForm form;
    private final PushCipher cipher;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private volatile @Nullable PushRequest last;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile State state = State.UNDER_WAY;

    PushDelivery(
            long number,
            PlatformAccount account,
            String messageId,
            Map<String, Object> fields,
            @Nullable String openid,
            URI callback) {
        this.number = number;
        this.account = account;
        this.messageId = messageId;
        this.fields = fields;
        this.openid = openid;
        this.callback = callback;
        form = account.form();
        cipher = account.cipher();
    }

    /** How it stands. */
    public enum State {
        UNDER_WAY,
        /** Waits to be overtaken. */
        HELD,
        TAKEN,
        /** Answered with what the platform does not understand. */
        WRONG,
        /** Not answered three times. */
        GIVEN_UP,
        /** Lost on the way by order of the script. */
        LOST
    }

    /**
     * One request.
     *
     * @param outcome a status, or why there was none
     */
    public record Attempt(Instant at, String outcome) {}

    PushRequest request(PushRequest.Salt salt, PushRequest.Flaw flaw) {
        var request = PushRequest.of(callback, form, cipher, fields, openid, salt, flaw);
        last = request;
        return request;
    }

    PassiveReply read(String body) {
        return PassiveReply.of(body, form, cipher);
    }

    void attempted(Instant at, String outcome) {
        attempts.add(new Attempt(at, outcome));
    }

    /** Whether this is its first answer: one message has one, however often it is pushed. */
    boolean answeredNow() {
        return answered.compareAndSet(false, true);
    }

    void end(State end) {
        state = end;
    }

    public PlatformAccount account() {
        return account;
    }

    /** MsgId, or of an event what tells it from others. */
    public String messageId() {
        return messageId;
    }

    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    public State state() {
        return state;
    }

    /** As last sent; null while it was not. */
    public @Nullable PushRequest last() {
        return last;
    }

    /** In the order in which they began, from 1. */
    public long number() {
        return number;
    }

    @Nullable String openid() {
        return openid;
    }

    boolean ofEvent() {
        return "event".equals(fields.get("MsgType"));
    }
}

package dev.yiwen.command.wechat.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.yiwen.command.wechat.platform.AccountSettings.Quirk;
import dev.yiwen.command.wechat.platform.CustomerPhone.Done;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who serves in WeCom kf, and how sessions change hands: by the interface, which is not told of its own doing, and by people in the
 * WeCom client, which is.
 */
public final class KfPeople {
    private static final int TOOK = 1;
    private static final int PASSED_ON = 2;
    private static final int ENDED = 3;

    private final WechatPlatform platform;
    private final KfDesk desk;

    KfPeople(WechatPlatform platform, KfDesk desk) {
        this.platform = platform;
        this.desk = desk;
    }

    /** A person who may serve an account, receiving or not. */
    public void servicer(PlatformAccount corp, String openKfId, String servicer, boolean receives) {
        platform.inTurn(() -> desk.line(corp, openKfId).servicers.put(servicer, receives));
    }

    /** {@code servicer/list}: who, and whether they receive. */
    public Map<String, Boolean> servicers(PlatformAccount corp, String openKfId) {
        return platform.inTurn(() -> new LinkedHashMap<>(desk.line(corp, openKfId).servicers));
    }

    /** {@code service_state/get}: the state's number, and who serves, empty where nobody does. */
    public Map.Entry<Integer, String> state(PlatformAccount corp, String openKfId, @Nullable String externalUserId) {
        return platform.inTurn(() -> {
            var session = desk.session(corp, openKfId, externalUserId);
            var servicer = session.state == KfState.HUMAN ? session.servicer : null;
            return Map.entry(session.state.number(), servicer == null ? "" : servicer);
        });
    }

    /** {@code service_state/trans}: the code for a message about it, empty where there is none. */
    public String change(
            PlatformAccount corp,
            String openKfId,
            @Nullable String externalUserId,
            int state,
            @Nullable String servicer) {
        return platform.inTurn(() -> {
            var session = desk.session(corp, openKfId, externalUserId);
            var target = KfState.of(state).orElseThrow(PlatformError.PARAMETER::refusal);
            if (session.state == KfState.CLOSED) {
                throw PlatformError.KF_CLOSED.refusal();
            }
            if (!session.state.allows(target, corp.is(Quirk.CLOSES_FROM_ANY_STATE))) {
                throw PlatformError.KF_TRANSITION.refusal();
            }
            if (target == KfState.HUMAN && !session.line.servicers.getOrDefault(servicer, false)) {
                throw PlatformError.KF_SERVICER.refusal();
            }
            session.state = target;
            session.servicer = target == KfState.HUMAN ? servicer : null;
            return switch (target) {
                case POOL, HUMAN -> desk.sending().code(session, KfSending.Occasion.POOL);
                case CLOSED -> desk.sending().code(session, KfSending.Occasion.END);
                case UNTREATED, ASSISTANT -> "";
            };
        });
    }

    /** A person takes a session, from the pool or from whatever has it. */
    public Done takes(PlatformAccount corp, String openKfId, CustomerPhone phone, String servicer) {
        return platform.inTurn(() -> {
            var session = desk.session(corp, openKfId, phone.id());
            var before = session.servicer;
            session.state = KfState.HUMAN;
            session.servicer = servicer;
            var fields = JsonNodeFactory.instance
                    .objectNode()
                    .put("change_type", before == null ? TOOK : PASSED_ON)
                    .put("new_servicer_userid", servicer);
            if (before != null) {
                fields.put("old_servicer_userid", before);
            } else {
                fields.put("msg_code", desk.sending().code(session, KfSending.Occasion.POOL));
            }
            return desk.event(session, "session_status_change", fields);
        });
    }

    /** A person writes to a customer whom they serve. */
    public Done says(PlatformAccount corp, String openKfId, CustomerPhone phone, String text) {
        return platform.inTurn(() -> {
            var session = desk.session(corp, openKfId, phone.id());
            var servicer = session.servicer;
            if (session.state != KfState.HUMAN || servicer == null) {
                throw new IllegalArgumentException("nobody serves this customer");
            }
            return desk.servicerSaid(session, servicer, text);
        });
    }

    /** A person ends the session. */
    public Done ends(PlatformAccount corp, String openKfId, CustomerPhone phone) {
        return platform.inTurn(() -> {
            var session = desk.session(corp, openKfId, phone.id());
            var servicer = session.servicer;
            if (session.state != KfState.HUMAN || servicer == null) {
                throw new IllegalArgumentException("nobody serves this customer");
            }
            session.state = KfState.CLOSED;
            session.servicer = null;
            return desk.event(
                    session,
                    "session_status_change",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("change_type", ENDED)
                            .put("old_servicer_userid", servicer)
                            .put("msg_code", desk.sending().code(session, KfSending.Occasion.END)));
        });
    }
}

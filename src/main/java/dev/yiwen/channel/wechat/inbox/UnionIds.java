package dev.yiwen.channel.wechat.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import dev.yiwen.channel.wechat.platform.PlatformUrls;
import dev.yiwen.channel.wechat.token.AuthorisedCalls;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Known;
import dev.yiwen.identity.CustomerIdentities.Outside;
import dev.yiwen.identity.IdentityKind;
import dev.yiwen.shared.Caches;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Whom somebody in WeChat is, by the id that all accounts of one owner share. Asked of the platform at once, since WeCom tells it of
 * whom wrote within 48 hours alone; whoever writes does not wait longer than a moment for it, and nothing depends on it.
 */
@Singleton
final class UnionIds {
    private static final Logger LOG = Logger.getLogger(UnionIds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LONGEST = 128;

    private final CustomerIdentities identities;
    private final AuthorisedCalls platform;
    /** Asked lately, with or without an answer: an account that is not bound has none, and is not asked at each message. */
    private final Cache<Outside, Boolean> asked = Caches.measured(
            "wechat-union-ids", Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofHours(6)));

    UnionIds(CustomerIdentities identities, AuthorisedCalls platform) {
        this.identities = identities;
        this.platform = platform;
    }

    Uni<Known> known(WeChatAccount account, String openId) {
        var outside = outside(account, openId);
        return identities
                .writer(outside)
                .chain(known -> known.unionId() != null || asked.asMap().putIfAbsent(outside, true) != null
                        ? Uni.createFrom().item(known)
                        : resolved(account, known, outside));
    }

    /** What comes later than that is stored all the same. */
    private Uni<Known> resolved(WeChatAccount account, Known known, Outside outside) {
        var answer = ask(account, outside.id())
                .chain(found -> found.map(it -> identities.sameUnion(outside, it))
                        .orElseGet(() -> Uni.createFrom().item(known)))
                .onFailure()
                .invoke(e -> LOG.warnf("A union id was not found out: %s", e.getClass()))
                .onFailure()
                .recoverWithItem(known)
                .memoize()
                .indefinitely();
        answer.subscribe().with(done -> {});
        return answer.ifNoItem().after(PATIENCE).recoverWithItem(known);
    }

    /** What WeChat said with something else. */
    Uni<Void> told(WeChatAccount account, String openId, String unionId) {
        if (unionId.isBlank() || unionId.length() > LONGEST) {
            return Uni.createFrom().voidItem();
        }
        var outside = outside(account, openId);
        return identities
                .writer(outside)
                .chain(known -> unionId.equals(known.unionId())
                        ? Uni.createFrom().voidItem()
                        : identities.sameUnion(outside, unionId).replaceWithVoid());
    }

    private static Outside outside(WeChatAccount account, String openId) {
        return new Outside(IdentityKind.valueOf(account.kind().name()), account.appId(), openId);
    }

    private Uni<Optional<String>> ask(WeChatAccount account, String openId) {
        return switch (account.kind()) {
            case KF ->
                platform.ask(account, "/cgi-bin/kf/customer/batchget", Map.of("external_userid_list", List.of(openId)))
                        .map(outcome -> unionId(outcome, "/customer_list/0"));
            case MP ->
                platform.ask(account, "/cgi-bin/user/info?openid=" + PlatformUrls.encoded(openId), null)
                        .map(outcome -> unionId(outcome, ""));
            // Its login tells.
            case MA -> Uni.createFrom().item(Optional.empty());
        };
    }

    private static Optional<String> unionId(CallOutcome outcome, String where) {
        return outcome instanceof CallOutcome.Done done
                ? Optional.of(done.answer().at(where).path("unionid").asText(""))
                        .filter(it -> !it.isBlank() && it.length() <= LONGEST)
                : Optional.empty();
    }
}

package dev.yiwen.channel.wechat.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.account.WeChatAccounts;
import dev.yiwen.channel.wechat.inbox.WeChatContacts;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import dev.yiwen.channel.wechat.platform.ErrorCode;
import dev.yiwen.channel.wechat.platform.PlatformClient;
import dev.yiwen.channel.wechat.platform.PlatformUrls;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Visitors;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.RateLimit;
import dev.yiwen.shared.RateLimit.Rate;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Asks WeChat whose a code of {@code wx.login} is ({@code jscode2session}). The session's key, with which data of the customer
 * could be read, is not kept.
 */
@Singleton
final class MiniProgramLogin {
    private static final Logger LOG = Logger.getLogger(MiniProgramLogin.class);
    /** Unknown or too old; used before. */
    private static final Set<Integer> CODE = Set.of(40029, 40163);
    /** WeChat thinks that this person is up to no good. */
    private static final int BLOCKED = 40226;
    /** A mobile carrier brings many people from one address. */
    private static final Rate PACE = new Rate(300, Duration.ofMillis(100));

    private static final Duration LATER = Duration.ofMinutes(1);

    private final WeChatAccounts accounts;
    private final PlatformClient client;
    private final PlatformUrls urls;
    private final Met met;
    private final RateLimit limit;

    MiniProgramLogin(WeChatAccounts accounts, PlatformClient client, PlatformUrls urls, Met met, RateLimit limit) {
        this.accounts = accounts;
        this.client = client;
        this.urls = urls;
        this.met = met;
        this.limit = limit;
    }

    /** @param token for the chat socket, like that of a visitor; the same person gets the same customer */
    record Welcome(String token, CustomerId customerId) {}

    /** What becomes of somebody whom WeChat has named. */
    @Singleton
    record Met(WeChatContacts contacts, Visitors visitors) {
        Uni<Welcome> welcome(WeChatAccount account, JsonNode session) {
            return contacts.entered(
                            account,
                            session.path("openid").asText(),
                            session.path("unionid").asText(""))
                    .chain(customer -> visitors.recognised(customer).map(token -> new Welcome(token, customer)));
        }
    }

    Uni<Welcome> of(String appId, String code, ClientAddress from) {
        return accounts.loaded().chain(known -> known(appId, code, from));
    }

    private Uni<Welcome> known(String appId, String code, ClientAddress from) {
        var account = accounts.miniProgram(appId)
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "No such mini-program has been added here."));
        return limit.require("wechat-login", from.text(), PACE, "Many sign in from this address; try again shortly.")
                .chain(() -> client.get(urls.session(account, code)))
                .chain(outcome -> switch (outcome) {
                    case CallOutcome.Done(var session)
                    when session.path("openid").asText().isEmpty() ->
                        Uni.createFrom().failure(absent("no openid"));
                    case CallOutcome.Done(var session) -> met.welcome(account, session);
                    case CallOutcome.Refused(int number, var words) ->
                        Uni.createFrom().failure(refusal(account, number));
                    case CallOutcome.NotSent(var why) -> Uni.createFrom().failure(absent(why));
                    case CallOutcome.Unknown(var why) -> Uni.createFrom().failure(absent(why));
                });
    }

    private static Problem refusal(WeChatAccount account, int code) {
        if (CODE.contains(code)) {
            return new Problem(
                    Problem.Kind.UNAUTHENTICATED, "WeChat does not take this code; ask wx.login for another.");
        }
        if (code == BLOCKED) {
            return new Problem(Problem.Kind.FORBIDDEN, "WeChat has blocked this person.");
        }
        if (ErrorCode.of(code) == ErrorCode.RATE) {
            return new Problem(Problem.Kind.TOO_MANY_REQUESTS, "WeChat asks for patience.", LATER);
        }
        // The secret is wrong, or the like: an administrator's matter.
        LOG.warnf(
                "The mini-program %s cannot sign customers in: jscode2session is refused with %d",
                account.name(), code);
        return absent(Integer.toString(code));
    }

    private static Problem absent(String why) {
        return new Problem(Problem.Kind.OVERLOADED, "WeChat cannot be asked at the moment (" + why + ").");
    }
}

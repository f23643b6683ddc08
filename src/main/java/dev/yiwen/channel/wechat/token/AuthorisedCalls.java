package dev.yiwen.channel.wechat.token;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import dev.yiwen.channel.wechat.platform.CallOutcome.Refused;
import dev.yiwen.channel.wechat.platform.ErrorCode;
import dev.yiwen.channel.wechat.platform.Media;
import dev.yiwen.channel.wechat.platform.PlatformClient;
import dev.yiwen.channel.wechat.platform.PlatformUrls;
import dev.yiwen.channel.wechat.token.AccountTokens.Token;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Requests in the name of an account. One that is refused for its token was not done, and is made once more with another. What
 * WeChat refused last stands on the account's page.
 */
@Singleton
public final class AuthorisedCalls {
    private static final Logger LOG = Logger.getLogger(AuthorisedCalls.class);

    private static final String NOTE = """
            update wechat_account set asked_at = now(), error_code = $2,
              error_at = case when $2::integer is null then null when error_code is null then now() else coalesce(error_at, now()) end
            where id = $1 and (asked_at is null or asked_at < now() - interval '10 seconds' or error_code is distinct from $2)
            """;

    private final AccountTokens tokens;
    private final PlatformClient platform;
    private final PlatformUrls urls;
    private final Pool database;

    AuthorisedCalls(AccountTokens tokens, PlatformClient platform, PlatformUrls urls, Pool database) {
        this.tokens = tokens;
        this.platform = platform;
        this.urls = urls;
        this.database = database;
    }

    /** Never fails. */
    public Uni<CallOutcome> post(WeChatAccount account, String path, Object body) {
        return authorised(account, token -> platform.post(urls.of(account, path, token), body))
                .call(outcome -> note(account, outcome));
    }

    /**
     * What is good to know and may be refused: nobody is shown that it was. Never fails.
     *
     * @param body null for GET
     */
    public Uni<CallOutcome> ask(WeChatAccount account, String path, @Nullable Object body) {
        return authorised(account, token -> {
            var url = urls.of(account, path, token);
            return body == null ? platform.get(url) : platform.post(url, body);
        });
    }

    /** A file for a customer, of the kinds {@code image} and {@code file}; answered with its {@code media_id}. Never fails. */
    public Uni<CallOutcome> upload(WeChatAccount account, String kind, String name, String type, byte[] content) {
        var path = "/cgi-bin/media/upload?type=" + kind;
        return authorised(account, token -> platform.upload(urls.of(account, path, token), name, type, content))
                .call(outcome -> note(account, outcome));
    }

    /** A file that a customer sent; WeChat has it for three days. */
    public Uni<Media> media(WeChatAccount account, String mediaId) {
        var path = "/cgi-bin/media/get?media_id=" + PlatformUrls.encoded(mediaId);
        return token(tokens.of(account)).chain(token -> switch (token) {
            case Token.None none -> Uni.createFrom().<Media>item(new Media.Missing(none.why()));
            case Token.Usable usable -> platform.media(urls.of(account, path, usable.value()));
        });
    }

    /** Whether WeChat grants a token at all, asked anew. */
    public Uni<CallOutcome> check(WeChatAccount account) {
        return tokens.anew(account)
                .map(token -> switch (token) {
                    case Token.None none -> none.why();
                    case Token.Usable usable -> new CallOutcome.Done(MissingNode.getInstance());
                })
                .call(outcome -> note(account, outcome));
    }

    private Uni<CallOutcome> authorised(WeChatAccount account, Function<String, Uni<CallOutcome>> call) {
        return token(tokens.of(account)).chain(token -> switch (token) {
            case Token.None none -> Uni.createFrom().item(none.why());
            case Token.Usable usable ->
                call.apply(usable.value())
                        .chain(outcome -> isOfToken(outcome)
                                ? token(tokens.insteadOf(account, usable.value()))
                                        .chain(other -> again(other, outcome, call))
                                : Uni.createFrom().item(outcome));
        });
    }

    /** Without the database there is none, and nothing was sent. */
    private static Uni<Token> token(Uni<Token> asked) {
        return asked.onFailure()
                .invoke(e -> LOG.warn("An access token of WeChat could not be had", e))
                .onFailure()
                .recoverWithItem(
                        e -> new Token.None(new CallOutcome.NotSent(e.getClass().getSimpleName())));
    }

    private static Uni<CallOutcome> again(Token other, CallOutcome first, Function<String, Uni<CallOutcome>> call) {
        return switch (other) {
            case Token.None none -> Uni.createFrom().item(first);
            case Token.Usable usable -> call.apply(usable.value());
        };
    }

    private static boolean isOfToken(CallOutcome outcome) {
        return outcome instanceof Refused refused && ErrorCode.of(refused.code()) == ErrorCode.TOKEN;
    }

    private Uni<Void> note(WeChatAccount account, CallOutcome outcome) {
        var code = outcome instanceof Refused refused ? Integer.valueOf(refused.code()) : null;
        if (!(outcome instanceof Refused || outcome instanceof CallOutcome.Done)) {
            return Uni.createFrom().voidItem();
        }
        return database.preparedQuery(NOTE)
                .execute(Tuple.of(account.id(), code))
                .onFailure()
                .invoke(e -> LOG.debug("How WeChat answered could not be noted", e))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}

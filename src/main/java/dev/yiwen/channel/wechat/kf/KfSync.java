package dev.yiwen.channel.wechat.kf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.callback.ReceivedPushes;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import dev.yiwen.channel.wechat.token.AuthorisedCalls;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what WeCom has ({@code sync_msg}, path 94670): page after page while it says that there is more, whatever a page holds.
 * The cursor moves on in the transaction that stores the page, so nothing is skipped, and what is fetched twice is stored once.
 */
@Singleton
public final class KfSync {
    private static final int PAGE = 1000;

    private static final String STORE = """
            with fresh as (
              insert into wechat_inbox (account_id, source, dedup, body)
              select $1, s.source, s.dedup, s.body from unnest($2::text[], $3::text[], $4::text[]) with ordinality
                as s (source, dedup, body, place)
              order by s.place on conflict (account_id, dedup) do nothing
            )
            insert into wechat_cursor as c (account_id, cursor) values ($1, $5)
            on conflict (account_id) do update set cursor = excluded.cursor, moved_at = now()
            """;

    private final Pool database;
    private final AuthorisedCalls platform;
    private final ReceivedPushes received;

    KfSync(Pool database, AuthorisedCalls platform, ReceivedPushes received) {
        this.database = database;
        this.platform = platform;
        this.received = received;
    }

    /**
     * All that is new. One at a time for each account: whoever calls sees to that. Fails with {@code OVERLOADED} when WeCom does
     * not answer.
     *
     * @param token of the news; without one WeCom answers seldom
     */
    public Uni<Void> fetch(WeChatAccount account, @Nullable String token) {
        return cursor(account).chain(cursor -> page(account, token, cursor));
    }

    private Uni<String> cursor(WeChatAccount account) {
        return database.preparedQuery("select cursor from wechat_cursor where account_id = $1")
                .execute(Tuple.of(account.id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getString("cursor"))
                        .orElse(""));
    }

    private Uni<Void> page(WeChatAccount account, @Nullable String token, String cursor) {
        return platform.post(account, "/cgi-bin/kf/sync_msg", wish(account, token, cursor))
                .chain(outcome -> {
                    if (!(outcome instanceof CallOutcome.Done done)) {
                        throw new Problem(Problem.Kind.OVERLOADED, "WeCom gave no messages: " + words(outcome));
                    }
                    var answer = done.answer();
                    var next = answer.path("next_cursor").asText("");
                    boolean more = answer.path("has_more").asInt(0) == 1 && !next.isEmpty() && !next.equals(cursor);
                    return store(account, answer.path("msg_list"), next.isEmpty() ? cursor : next)
                            .chain(() -> more
                                    ? page(account, token, next)
                                    : Uni.createFrom().voidItem());
                });
    }

    private static Map<String, Object> wish(WeChatAccount account, @Nullable String token, String cursor) {
        var wish = new LinkedHashMap<String, Object>();
        if (!cursor.isEmpty()) {
            wish.put("cursor", cursor);
        }
        if (token != null) {
            wish.put("token", token);
        }
        wish.put("limit", PAGE);
        wish.put("voice_format", 0);
        wish.put("open_kfid", String.valueOf(account.openKfid()));
        return wish;
    }

    private Uni<Void> store(WeChatAccount account, JsonNode list, String next) {
        var sources = new ArrayList<String>();
        var ids = new ArrayList<String>();
        var bodies = new ArrayList<String>();
        for (var node : list) {
            var item = new KfItem(node);
            if (item.openKfid().map(it -> it.equals(account.openKfid())).orElse(true)) {
                sources.add(item.customer().orElse(account.openKfid() + "/"));
                ids.add("k/" + item.id());
                bodies.add(node.toString().replace("\\u0000", ""));
            }
        }
        return database.preparedQuery(STORE)
                .execute(Tuple.tuple()
                        .addUUID(account.id())
                        .addArrayOfString(sources.toArray(String[]::new))
                        .addArrayOfString(ids.toArray(String[]::new))
                        .addArrayOfString(bodies.toArray(String[]::new))
                        .addString(next))
                .invoke(received::tell)
                .replaceWithVoid();
    }

    private static String words(CallOutcome outcome) {
        return switch (outcome) {
            case CallOutcome.Done done -> "";
            case CallOutcome.Refused refused -> Integer.toString(refused.code());
            case CallOutcome.NotSent unreachable -> unreachable.why();
            case CallOutcome.Unknown unknown -> unknown.why();
        };
    }
}

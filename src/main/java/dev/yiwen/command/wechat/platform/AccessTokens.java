package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Issues access tokens. Of the plain and the stable kind there is one current each; the one before stays valid for five
 * minutes. WeCom hands out the same until it ends.
 */
final class AccessTokens {
    private static final Duration LIFE = Duration.ofSeconds(7200);
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration FORCED_APART = Duration.ofSeconds(30);
    private static final int FORCED_A_DAY = 20;
    private static final int STABLE_A_MINUTE = 10_000;
    private static final int STABLE_A_DAY = 500_000;
    /** What the platform asks to reserve for one. */
    private static final int LENGTH = 512;

    private static final int KEPT = 10_000;
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final SeededDraws draws;
    private final Map<String, Issued> issued = new LinkedHashMap<>();
    private final Map<String, String> current = new HashMap<>();
    private final Map<String, Deque<Instant>> forced = new HashMap<>();
    private final Map<String, Counted> minutes = new HashMap<>();
    private final Map<String, Counted> days = new HashMap<>();

    AccessTokens(SeededDraws draws) {
        this.draws = draws;
    }

    private record Issued(PlatformAccount account, Instant until, boolean revoked) {}

    private record Counted(long period, int count) {
        static int next(Map<String, Counted> counts, String key, long period) {
            var before = counts.get(key);
            var now = new Counted(period, before != null && before.period == period ? before.count + 1 : 1);
            counts.put(key, now);
            return now.count;
        }
    }

    /** A token and the seconds that it lives. */
    record Grant(String token, long seconds) {}

    /** {@code /cgi-bin/token}: a new one each time. */
    Grant plain(PlatformAccount account, Instant now) {
        return issue(account, "plain", now);
    }

    /** {@code /cgi-bin/stable_token}: the same one until five minutes before its end, or until forced. */
    Grant stable(PlatformAccount account, boolean force, Instant now) {
        if (Counted.next(minutes, account.id(), now.getEpochSecond() / 60) > STABLE_A_MINUTE) {
            throw PlatformError.MINUTE_LIMIT.refusal();
        }
        if (Counted.next(days, account.id(), day(now)) > STABLE_A_DAY) {
            throw PlatformError.DAILY_LIMIT.refusal();
        }
        if (force) {
            var times = forced.computeIfAbsent(account.id(), it -> new ArrayDeque<>());
            times.removeIf(it -> day(it) != day(now));
            if (!times.isEmpty() && now.isBefore(times.getLast().plus(FORCED_APART))) {
                throw PlatformError.MINUTE_LIMIT.refusal();
            }
            if (times.size() >= FORCED_A_DAY) {
                throw PlatformError.DAILY_LIMIT.refusal();
            }
            times.add(now);
            return issue(account, "stable", now);
        }
        return again(account, "stable", now, OVERLAP);
    }

    /** {@code /cgi-bin/gettoken} of WeCom. */
    Grant corporate(PlatformAccount account, Instant now) {
        return again(account, "corp", now, Duration.ZERO);
    }

    private Grant again(PlatformAccount account, String kind, Instant now, Duration early) {
        var token = current.get(key(account, kind));
        var known = token == null ? null : issued.get(token);
        if (token != null
                && known != null
                && !known.revoked()
                && known.until().minus(early).isAfter(now)) {
            return new Grant(token, Duration.between(now, known.until()).toSeconds());
        }
        return issue(account, kind, now);
    }

    private Grant issue(PlatformAccount account, String kind, Instant now) {
        var before = current.get(key(account, kind));
        var known = before == null ? null : issued.get(before);
        if (before != null && known != null && known.until().isAfter(now.plus(OVERLAP))) {
            issued.put(before, new Issued(account, now.plus(OVERLAP), known.revoked()));
        }
        var token = draws.letters(LENGTH);
        issued.put(token, new Issued(account, now.plus(LIFE), false));
        current.put(key(account, kind), token);
        while (issued.size() > KEPT) {
            issued.remove(issued.keySet().iterator().next());
        }
        return new Grant(token, LIFE.toSeconds());
    }

    /** All of an account's tokens end now, as after somebody else has fetched one, or the secret was reset. */
    void revoke(PlatformAccount account) {
        issued.replaceAll((token, it) -> it.account() == account ? new Issued(account, it.until(), true) : it);
    }

    /** Whose it is; an error if it is none, or was one. */
    PlatformAccount owner(@Nullable String token, boolean wecom, Instant now) {
        if (token == null || token.isEmpty()) {
            throw PlatformError.NO_TOKEN.refusal();
        }
        var known = issued.get(token);
        if (known == null || known.revoked() || (known.account().kind() == Kind.KF) != wecom) {
            throw (wecom ? PlatformError.TOKEN : PlatformError.CREDENTIAL).refusal();
        }
        if (!known.until().isAfter(now)) {
            throw PlatformError.EXPIRED.refusal();
        }
        return known.account();
    }

    /** Whose it is or was, without judging it. */
    @Nullable PlatformAccount holder(@Nullable String token) {
        var known = token == null ? null : issued.get(token);
        return known == null ? null : known.account();
    }

    private static String key(PlatformAccount account, String kind) {
        return kind + " " + account.id();
    }

    private static long day(Instant now) {
        return now.atZone(BEIJING).toLocalDate().toEpochDay();
    }
}

package dev.yiwen.command.wechat.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account of WeCom kf ({@code open_kfid}): what is to be fetched from it, who serves it. */
final class KfLine {
    static final int PAGE = 1000;
    private static final Duration HISTORY = Duration.ofDays(3);
    private static final Duration TOKEN = Duration.ofMinutes(10);
    private static final int BOUND = 50_000;
    private static final int WITHOUT_TOKEN_A_MINUTE = 10;
    private static final int RADIX = 36;

    final PlatformAccount corp;
    final String openKfId;
    final String name;
    /** Who may serve, and whether they do. */
    final Map<String, Boolean> servicers = new LinkedHashMap<>();

    private final List<Entry> log = new ArrayList<>();
    /** Until when; the first to end is the first. */
    private final LinkedHashMap<String, Instant> tokens = new LinkedHashMap<>();

    private long next = 1;
    private long minute;
    private int withoutToken;
    private boolean emptied;

    KfLine(PlatformAccount corp, String openKfId, String name) {
        this.corp = corp;
        this.openKfId = openKfId;
        this.name = name;
    }

    /** @param silk media of a voice message as Silk, null for anything else */
    private record Entry(
            long number,
            Instant at,
            ObjectNode message,
            @Nullable String silk) {
        ObjectNode message(boolean asSilk) {
            var copy = message.deepCopy();
            if (asSilk && silk != null) {
                copy.putObject("voice").put("media_id", silk);
            }
            return copy;
        }
    }

    /** What a fetch brings. */
    record Page(List<ObjectNode> messages, String cursor, boolean more) {}

    void add(ObjectNode message, @Nullable String silk, Instant now) {
        log.add(new Entry(next++, now, message, silk));
        if (log.size() > BOUND) {
            log.removeFirst();
        }
    }

    String token(SeededDraws draws, Instant now) {
        while (!tokens.isEmpty()
                && (tokens.size() >= BOUND || !tokens.firstEntry().getValue().isAfter(now))) {
            tokens.pollFirstEntry();
        }
        var token = "ENC" + draws.letters(48);
        tokens.put(token, now.plus(TOKEN));
        return token;
    }

    /** Of the last three days, from after the cursor, or from the oldest. */
    Page fetch(@Nullable String cursor, @Nullable String token, int limit, boolean silk, Instant now) {
        if (token == null || token.isEmpty()) {
            withoutToken = now.getEpochSecond() / 60 == minute ? withoutToken + 1 : 1;
            minute = now.getEpochSecond() / 60;
            if (withoutToken > WITHOUT_TOKEN_A_MINUTE) {
                throw PlatformError.DAILY_LIMIT.refusal();
            }
        } else if (!tokens.getOrDefault(token, Instant.MIN).isAfter(now)) {
            throw PlatformError.KF_TOKEN.refusal();
        }
        long after = cursor == null || cursor.isEmpty() ? 0 : position(cursor);
        var left = after(after, now);
        if (corp.is(AccountSettings.Quirk.EMPTY_PAGES) && !left.isEmpty()) {
            emptied = !emptied;
            if (emptied) {
                return new Page(List.of(), cursor(after), true);
            }
        }
        var page = left.subList(0, Math.min(limit, left.size()));
        return new Page(
                page.stream().map(it -> it.message(silk)).toList(),
                cursor(page.isEmpty() ? after : page.getLast().number()),
                page.size() < left.size());
    }

    private List<Entry> after(long number, Instant now) {
        if (log.isEmpty()) {
            return log;
        }
        int from = Math.clamp(number + 1 - log.getFirst().number(), 0, log.size());
        while (from < log.size() && !log.get(from).at().plus(HISTORY).isAfter(now)) {
            from++;
        }
        return log.subList(from, log.size());
    }

    private static String cursor(long number) {
        return "4gw7" + Long.toString(number, RADIX);
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor.substring("4gw7".length()), RADIX);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw PlatformError.PARAMETER.refusal();
        }
    }
}

package dev.yiwen.command.wechat.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Temporary media: for three days, of each account its own. The oldest make room beyond 256 MB. */
final class MediaShelf {
    static final Duration LIFE = Duration.ofDays(3);
    private static final long BOUND = 256L << 20;

    private final SeededDraws draws;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private long size;

    MediaShelf(SeededDraws draws) {
        this.draws = draws;
    }

    /** @param owner AppID or CorpID */
    record Item(String owner, String kind, String contentType, String fileName, byte[] bytes, Instant until) {}

    String put(String owner, String kind, String contentType, String fileName, byte[] bytes, Instant now) {
        var id = draws.letters(64);
        items.put(id, new Item(owner, kind, contentType, fileName, bytes, now.plus(LIFE)));
        size += bytes.length;
        var oldest = items.entrySet().iterator();
        while (size > BOUND && oldest.hasNext()) {
            size -= oldest.next().getValue().bytes().length;
            oldest.remove();
        }
        return id;
    }

    /** Of its owner, while it lives; an error otherwise. */
    Item get(String owner, String id, Instant now) {
        var item = items.get(id);
        if (item == null || !item.owner().equals(owner) || !item.until().isAfter(now)) {
            throw PlatformError.MEDIA_ID.refusal();
        }
        return item;
    }

    /** By its address alone, as a PicUrl is read. */
    Item byAddress(String id, Instant now) {
        var item = items.get(id);
        if (item == null || !item.until().isAfter(now)) {
            throw PlatformError.MEDIA_ID.refusal();
        }
        return item;
    }
}

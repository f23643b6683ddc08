package dev.yiwen.knowledge;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a revision, and by whom.
 *
 * @param authorId null for an import
 * @param approvedHash of the content that was approved, hexadecimal SHA-256; null when it was not
 * @param publisher who let customers have it, or said when they shall
 * @param reason why it was sent back, or published without a review
 * @param goesLiveAt the moment that was set for it, if one was
 * @param liveFrom null: customers never had it, if {@code recorded}
 * @param liveTo null while they have it
 * @param endReason why it was taken away
 * @param unconfirmed it was published or taken away without a review, and nobody else has looked yet
 * @param recorded false for what was replaced before these times were kept: it may have been live, or not
 */
public record RevisionLife(
        @Nullable UUID authorId,
        @Nullable Act submitted,
        @Nullable Act reviewed,
        @Nullable String approvedHash,
        @Nullable String publisher,
        @Nullable UUID publisherId,
        @Nullable String reason,
        @Nullable Instant goesLiveAt,
        @Nullable Instant liveFrom,
        @Nullable Instant liveTo,
        @Nullable String endedBy,
        @Nullable UUID endedById,
        @Nullable String endReason,
        boolean unconfirmed,
        @Nullable Act confirmed,
        boolean recorded) {

    /** Somebody did it then. */
    public record Act(String by, @Nullable UUID staff, Instant at) {}

    /** Of what is not stored. */
    public static final RevisionLife NONE = new RevisionLife(
            null, null, null, null, null, null, null, null, null, null, null, null, null, false, null, true);

    static RevisionLife of(Row row) {
        return new RevisionLife(
                row.getUUID("author_id"),
                act(row, "submitter", "submitter_id", "submitted_at"),
                act(row, "reviewer", "reviewer_id", "reviewed_at"),
                hex(row.getBuffer("approved_hash")),
                row.getString("publisher"),
                row.getUUID("publisher_id"),
                row.getString("reason"),
                time(row, "goes_live_at"),
                time(row, "live_from"),
                time(row, "live_to"),
                row.getString("ended_by"),
                row.getUUID("ended_by_id"),
                row.getString("end_reason"),
                row.getBoolean("unconfirmed"),
                act(row, "confirmer", "confirmer_id", "confirmed_at"),
                row.getBoolean("recorded"));
    }

    private static @Nullable Act act(Row row, String by, String staff, String at) {
        var name = row.getString(by);
        var then = time(row, at);
        return name == null || then == null ? null : new Act(name, row.getUUID(staff), then);
    }

    private static @Nullable String hex(@Nullable Buffer bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes.getBytes());
    }

    private static @Nullable Instant time(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}

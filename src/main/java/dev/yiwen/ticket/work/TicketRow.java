package dev.yiwen.ticket.work;

import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketPriority;
import dev.yiwen.ticket.TicketState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A ticket as it is written. How it was opened stays. */
@Entity
@Table(name = "ticket")
class TicketRow {
    @Id
    UUID id = Ids.next();

    @Version
    int version;

    /** The database counts. */
    @Column(insertable = false, updatable = false)
    long number;

    @Column(updatable = false)
    String kind;

    /** The kind is as it was then. */
    @Column(updatable = false)
    int kindsVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Map<String, String> fields = Map.of();

    @Column(updatable = false)
    String title;

    @Column(updatable = false)
    String details;

    @Column(updatable = false)
    @Nullable String contact;

    @Column(updatable = false)
    @Nullable UUID customerId;

    @Column(updatable = false)
    @Nullable UUID conversationId;

    /** Null: the customer. */
    @Column(updatable = false)
    @Nullable UUID openedBy;

    @Column(updatable = false)
    @Nullable String origin;

    @Enumerated(EnumType.STRING)
    TicketState state = TicketState.OPEN;

    @Enumerated(EnumType.STRING)
    TicketPriority priority = TicketPriority.NORMAL;

    /** Its deadlines have been moved up to then. */
    @Nullable Instant waitingSince;

    @Nullable UUID ownerId;

    @Nullable UUID givenBy;

    @Nullable Instant resolvedAt;

    @Nullable String resolution;

    boolean unread;

    /** Where it goes on. */
    @Nullable UUID mergedInto;

    /** Its state before. */
    @Enumerated(EnumType.STRING)
    @Nullable TicketState mergedFrom;

    TicketKind kind() {
        return TicketKind.of(kind);
    }

    boolean isOf(StaffId staff) {
        return staff.value().equals(ownerId);
    }

    /** What its owner may read follows from who gave it. */
    void give(StaffId to, StaffId giver) {
        ownerId = to.value();
        givenBy = giver.value();
        go(TicketState.IN_PROGRESS);
    }

    /** Nobody's again. */
    void release() {
        ownerId = null;
        givenBy = null;
        go(TicketState.OPEN);
    }

    /** From now on its time stands still. */
    void waitFromNow(Instant now) {
        state = TicketState.WAITING;
        waitingSince = now;
    }

    private void go(TicketState next) {
        state = next;
        waitingSince = null;
    }

    void resolve(String words, Instant now) {
        resolution = words;
        resolvedAt = now;
        go(TicketState.RESOLVED);
    }

    void merge(UUID into, String words, Instant now) {
        mergedInto = into;
        mergedFrom = state == TicketState.WAITING ? TicketState.IN_PROGRESS : state;
        resolve(words, now);
    }

    void split() {
        var before = mergedFrom;
        mergedInto = null;
        mergedFrom = null;
        if (before != TicketState.RESOLVED) {
            reopen();
        }
    }

    void reopen() {
        resolution = null;
        resolvedAt = null;
        go(ownerId == null ? TicketState.OPEN : TicketState.IN_PROGRESS);
    }

    /** The customer wrote: what waited for it goes on. */
    void answered() {
        unread = true;
        if (state == TicketState.WAITING) {
            go(TicketState.IN_PROGRESS);
        }
    }
}

package dev.yiwen.knowledge.golden;

import dev.yiwen.shared.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A golden question, as editors keep it. */
@Entity
class GoldenQuestion {
    enum Origin {
        HAND,
        CONVERSATION,
        RATING
    }

    /** @param turns what the customer says, one after the other; the last is judged */
    record Said(List<String> turns) {
        Said {
            turns = turns == null ? List.of() : List.copyOf(turns);
        }
    }

    @Id
    public UUID id = Ids.next();

    @JdbcTypeCode(SqlTypes.JSON)
    public Said said = new Said(List.of());

    /** As {@link Expectation#word} says it. */
    public String expect;

    public boolean mustPass;

    public String category = "";

    public String owner = "";

    /** Asked as on this day. */
    public @Nullable LocalDate day;

    @Enumerated(EnumType.STRING)
    public Origin origin = Origin.HAND;

    public String createdBy;

    @CreationTimestamp
    public Instant createdAt;

    @UpdateTimestamp
    public Instant changedAt;

    @Version
    public int version;

    SettledQuestion settled() {
        return new SettledQuestion(
                id, new GoldenCase(id.toString(), said.turns(), Expectation.of(expect), mustPass, category), day);
    }
}

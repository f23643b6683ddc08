package dev.yiwen.knowledge.revision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.yiwen.shared.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody remarks on a revision, at a line of a field. */
@Entity
class ReviewComment {
    /** Audience, product, validity and tags are one field. */
    enum Field {
        QUESTION,
        PHRASINGS,
        ANSWER,
        DETAILS
    }

    @Id
    public UUID id = Ids.next();

    @JsonIgnore
    public UUID articleId;

    public int revision;

    @Enumerated(EnumType.STRING)
    public Field field;

    /** From 1; null: the whole field. */
    public @Nullable Integer line;

    /** That line as it was. */
    public String quoted;

    public String text;
    public String author;

    @JsonIgnore
    public UUID authorId;

    public Instant at = Instant.now();

    public @Nullable String resolvedBy;

    public @Nullable Instant resolvedAt;

    @Version
    @JsonIgnore
    public int version;

    ReviewComment resolved(@Nullable String by) {
        resolvedBy = by;
        resolvedAt = by == null ? null : Instant.now();
        return this;
    }
}

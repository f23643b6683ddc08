package dev.yiwen.assist.watch.rule;

import dev.yiwen.shared.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;

/** A rule as it is stored. */
@Entity
class WatchRule {
    @Id
    public UUID id = Ids.next();

    @Enumerated(EnumType.STRING)
    public RuleKind kind;

    @Enumerated(EnumType.STRING)
    public Severity severity;

    /** As the supervisor wrote them; several are separated by 、. */
    public String words;

    /** As what is said is compared with them, one a line. */
    public String form;

    /** What to say instead of what is forbidden; of a duty, the words by which it is done. */
    public String instead;

    /** The supervisor's name. */
    public String addedBy;

    @CreationTimestamp
    public Instant addedAt;
}

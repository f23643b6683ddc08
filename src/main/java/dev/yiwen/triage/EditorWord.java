package dev.yiwen.triage;

import dev.yiwen.shared.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;

/** Words of a kind, added by an editor. */
@Entity
class EditorWord {
    @Id
    public UUID id = Ids.next();

    /** {@link EditorWordList#WISH}, or the name of a speech act. */
    public String kind;

    /** As the editor wrote them. */
    public String words;

    /** As messages are compared with them. */
    public String form;

    /** The editor's name. */
    public String addedBy;

    @CreationTimestamp
    public Instant addedAt;
}

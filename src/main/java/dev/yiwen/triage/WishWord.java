package dev.yiwen.triage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.shared.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;

/** Words by which customers ask for a human, added by an editor. */
@Entity
class WishWord {
    @Id
    public UUID id = Ids.next();

    /** As the editor wrote them. */
    public String words;

    /** As {@link Wording} has them. */
    @JsonIgnore
    public String form;

    /** The editor's name. */
    @JsonProperty("by")
    public String addedBy;

    @JsonProperty("at")
    @CreationTimestamp
    public Instant addedAt;
}

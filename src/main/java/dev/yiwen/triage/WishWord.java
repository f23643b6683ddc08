package dev.yiwen.triage;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
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
@JsonAutoDetect(fieldVisibility = Visibility.NON_PRIVATE)
class WishWord {
    @Id
    UUID id;

    /** As the editor wrote them. */
    String words;

    /** As {@link Wording} has them. */
    @JsonIgnore
    String form;

    /** The editor's name. */
    @JsonProperty("by")
    String addedBy;

    @JsonProperty("at")
    @CreationTimestamp
    Instant addedAt;

    protected WishWord() {}

    WishWord(String words, String form, String by) {
        this.id = Ids.next();
        this.words = words;
        this.form = form;
        this.addedBy = by;
    }
}

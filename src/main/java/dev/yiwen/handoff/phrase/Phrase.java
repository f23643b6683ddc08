package dev.yiwen.handoff.phrase;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.shared.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UpdateTimestamp;
import org.jspecify.annotations.Nullable;

/** Something that agents write often. */
@Entity
@JsonAutoDetect(fieldVisibility = Visibility.NON_PRIVATE)
class Phrase {
    @Id
    UUID id;

    /** Null: the whole team's, which supervisors edit. */
    @JsonIgnore
    @Nullable UUID staffId;

    /** What is typed after the slash. */
    String shortcut;

    /** With {@code {name}} for the customer's name and {@code {agent}} for the agent's. */
    String text;

    @JsonIgnore
    @UpdateTimestamp
    Instant changedAt;

    protected Phrase() {}

    Phrase(@Nullable UUID staffId, String shortcut, String text) {
        this.id = Ids.next();
        this.staffId = staffId;
        this.shortcut = shortcut;
        this.text = text;
    }

    @JsonProperty
    boolean shared() {
        return staffId == null;
    }
}

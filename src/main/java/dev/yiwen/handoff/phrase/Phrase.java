package dev.yiwen.handoff.phrase;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UpdateTimestamp;
import org.jspecify.annotations.Nullable;

/** Something that agents write often. */
@Entity
class Phrase {
    @Id
    public UUID id = Ids.next();

    /** Null: the whole team's, which supervisors edit. */
    @JsonIgnore
    public @Nullable UUID staffId;

    /** What is typed after the slash. */
    public String shortcut;

    /** With {@code {name}} for the customer's name and {@code {agent}} for the agent's. */
    public String text;

    @JsonIgnore
    @UpdateTimestamp
    public Instant changedAt;

    Phrase saying(String shortcut, String text) {
        this.shortcut = shortcut;
        this.text = text;
        return this;
    }

    boolean mayBeEditedBy(Staff staff) {
        return shared() ? staff.may(Right.SUPERVISE) : staff.id().value().equals(staffId);
    }

    @JsonProperty
    boolean shared() {
        return staffId == null;
    }
}

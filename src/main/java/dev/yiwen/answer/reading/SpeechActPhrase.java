package dev.yiwen.answer.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.shared.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;

/** Words of a speech act, added by an editor. */
@Entity
class SpeechActPhrase {
    @Id
    public UUID id = Ids.next();

    @Enumerated(EnumType.STRING)
    public SpeechAct act = SpeechAct.WORDLESS;

    /** As the editor wrote them. */
    public String words = "";

    /** As {@link SpeechActs#words} has them. */
    @JsonIgnore
    public String form = "";

    /** The editor's name. */
    @JsonProperty("by")
    public String addedBy = "";

    @JsonProperty("at")
    @CreationTimestamp
    public Instant addedAt = Instant.EPOCH;
}

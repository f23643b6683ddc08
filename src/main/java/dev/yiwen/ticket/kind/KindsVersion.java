package dev.yiwen.ticket.kind;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What kinds there were from one moment on. */
@Entity
@Table(name = "ticket_kinds")
class KindsVersion {
    record Catalogue(List<KindDefinition> kinds) {
        Catalogue {
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
        }
    }

    @Id
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    Catalogue catalogue = new Catalogue(List.of());

    @Column(name = "by")
    @Nullable UUID staffId;

    @Formula("(select s.name from staff s where s.id = by)")
    @Nullable String byName;

    @CreationTimestamp
    @Nullable Instant at;
}

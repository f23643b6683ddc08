package dev.yiwen.handoff.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A version of the plan. */
@Entity
class RoutingPlan {
    @Id
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    Plan plan;

    @Column(name = "by")
    UUID staffId;

    @Formula("(select s.name from staff s where s.id = by)")
    String byName;

    String note;

    @CreationTimestamp
    Instant at;
}

package dev.yiwen.brand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the brand was from one moment on. */
@Entity
class BrandVersion {
    @Id
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    Brand brand = Brand.NEUTRAL;

    @Column(name = "by")
    @Nullable UUID staffId;

    @Formula("(select s.name from staff s where s.id = by)")
    @Nullable String byName;

    @CreationTimestamp
    @Nullable Instant at;
}

package dev.yiwen.edge.monitoring;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Strangers make up methods; each would be a series for ever. Unknown addresses are Quarkus's to fold, by its settings. */
final class BoundedSeries {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private BoundedSeries() {}

    @Produces
    @Singleton
    static MeterFilter methods() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                var method = id.getTag("method");
                return method == null
                                || METHODS.contains(method)
                                || !id.getName().startsWith("http.")
                        ? id
                        : id.replaceTags(id.getTags().stream()
                                .map(tag -> tag.getKey().equals("method") ? Tag.of("method", "OTHER") : tag)
                                .toList());
            }
        };
    }
}

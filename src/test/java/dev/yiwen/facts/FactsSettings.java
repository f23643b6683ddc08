package dev.yiwen.facts;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;

/** Settings of live facts, as an installer gives them. */
public final class FactsSettings {
    private FactsSettings() {}

    /** @param settings such as {@code timeout=1s} */
    public static FactsConfig of(String url, String... settings) {
        var given = new HashMap<String, String>();
        given.put("yiwen.facts.url", url);
        Arrays.stream(settings).map(it -> it.split("=", 2)).forEach(it -> given.put("yiwen.facts." + it[0], it[1]));
        return new SmallRyeConfigBuilder()
                .withMapping(FactsConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build()
                .getConfigMapping(FactsConfig.class);
    }
}

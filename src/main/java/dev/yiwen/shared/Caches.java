package dev.yiwen.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;

/**
 * Makes the caches of the application, so that each is in the metrics: {@code cache_gets_total} by {@code cache} and {@code
 * result} (hit or miss), {@code cache_size}, {@code cache_evictions_total}. Of two with one name the later is shown.
 */
public final class Caches {
    private Caches() {}

    public static <K, V> Cache<K, V> measured(String name, Caffeine<? super K, ? super V> settings) {
        return shown(name, settings.recordStats().<K, V>build());
    }

    /** One that makes what is asked for and not there. */
    public static <K, V> LoadingCache<K, V> measured(
            String name, Caffeine<? super K, ? super V> settings, CacheLoader<K, V> loader) {
        return shown(name, settings.recordStats().build(loader));
    }

    private static <K, V, C extends Cache<K, V>> C shown(String name, C cache) {
        var registry = Metrics.globalRegistry;
        registry.getMeters().stream()
                .filter(it -> name.equals(it.getId().getTag("cache")))
                .forEach(registry::remove);
        return CaffeineCacheMetrics.monitor(registry, cache, name);
    }
}

package dev.yiwen.brand;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import dev.yiwen.shared.StandingWords;
import dev.yiwen.shared.Translation;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The brand that holds, and those that held. Each instance keeps the newest at hand. */
@Singleton
public final class Brands implements StandingWords {
    private static final Logger LOG = Logger.getLogger(Brands.class);
    private static final String TOPIC = "brand";
    private static final String EXAMPLE = "knowledge/brand.example";
    private static final String OUTDATED = "Somebody else has changed the brand meanwhile; look at it again.";

    /** @param version 0 when nobody has written one yet */
    public record Version(int version, Brand brand) {}

    /** Who changed the brand, and to what. */
    public record Change(int version, Instant at, @Nullable String by, Brand brand) {}

    private record Held(Version version, ShownBrand shown, Map<String, String> chinese, Map<String, String> english) {
        static Held of(Version version) {
            var shown = ShownBrand.of(version.version(), version.brand());
            return new Held(version, shown, shown.standing(Locale.CHINESE), shown.standing(Locale.ENGLISH));
        }
    }

    private final EntityStore entities;
    private final Signals signals;
    private final BrandFaults faults;
    private final ObjectMapper json;
    private volatile Held held = Held.of(new Version(0, Brand.NEUTRAL));

    Brands(EntityStore entities, Signals signals, BrandFaults faults, ObjectMapper json) {
        this.entities = entities;
        this.signals = signals;
        this.faults = faults;
        this.json = json;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(TOPIC, version -> look(), this::look);
        hold(new Version(0, Brand.NEUTRAL));
        look();
    }

    /** As this instance knows it; another's change arrives within moments. */
    public ShownBrand shown() {
        return held.shown();
    }

    @Override
    public Map<String, String> in(Locale language) {
        return language.getLanguage().equals("zh") ? held.chinese() : held.english();
    }

    /** As it is stored, rather than as this instance knows it: what is changed is what was read. */
    Uni<Version> newest() {
        return entities.list("select version, brand from BrandVersion order by version desc limit 1", Version.class)
                .map(it -> it.isEmpty() ? new Version(0, Brand.NEUTRAL) : it.getFirst());
    }

    /** Newest first. */
    Uni<List<Change>> history() {
        return entities.list(
                "select version, at, byName, brand from BrandVersion order by version desc limit 100", Change.class);
    }

    /**
     * Fails with {@code INVALID} in words when something of it may not be, and with {@code CONFLICT} when it is not {@code known}
     * that it would follow.
     */
    Uni<Version> change(int known, Brand brand, StaffId by) {
        var wrong = faults.in(brand);
        if (!wrong.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, String.join(" ", wrong));
        }
        return newest().chain(newest -> {
            if (newest.version() != known) {
                throw new Problem(Problem.Kind.CONFLICT, OUTDATED);
            }
            return write(known + 1, brand, by.value());
        });
    }

    /** The brand of the starter knowledge, when nobody has written one yet. */
    public Uni<Void> beExample() {
        return newest().chain(newest -> newest.version() > 0
                ? refresh()
                : write(1, example(), null)
                        .replaceWithVoid()
                        // Another instance was faster.
                        .onFailure(Problem.class)
                        .recoverWithUni(this::refresh));
    }

    private Brand example() {
        try (var in = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(EXAMPLE), EXAMPLE)) {
            return json.readValue(in, Brand.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Uni<Version> write(int version, Brand brand, @Nullable UUID by) {
        var next = new BrandVersion();
        next.version = version;
        next.brand = brand;
        next.staffId = by;
        return entities.insert(next, OUTDATED)
                .map(it -> new Version(it.version, it.brand))
                .invoke(this::hold)
                .call(it -> signals.send(TOPIC, String.valueOf(it.version())));
    }

    private Uni<Void> refresh() {
        return newest().invoke(this::hold).replaceWithVoid();
    }

    /** Signals may overtake each other. */
    private synchronized void hold(Version read) {
        if (read.version() >= held.version().version()) {
            held = Held.of(read);
            Translation.learn(held.chinese(), held.english());
            HomeZone.learn(read.brand().zone());
        }
    }

    private void look() {
        refresh().subscribe().with(nothing -> {}, e -> LOG.warn("The brand could not be read", e));
    }
}

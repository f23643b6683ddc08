package dev.yiwen.identity.session;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ua_parser.Parser;

/** Names the browser and the system behind a {@code User-Agent} (uap-core's expressions): what somebody knows a device by. */
@Singleton
public final class Devices {
    private static final String UNKNOWN = "Other";

    Devices() {}

    /** Made when it is first asked for: it compiles some hundred expressions. */
    private static final class Expressions {
        private static final Parser PARSER = new Parser();
    }

    /**
     * @param browser with its main version, such as {@code Chrome 141}; null when it is not known
     * @param system such as {@code Windows}; its version is none, since browsers no longer tell the true one; null when unknown
     */
    public record Device(@Nullable String browser, @Nullable String system) {}

    /** In the same order; on a worker. */
    public Uni<List<Device>> of(List<String> userAgents) {
        return Uni.createFrom()
                .item(() -> userAgents.stream().map(Devices::of).toList())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    static Device of(String userAgent) {
        var found = Expressions.PARSER.parse(userAgent);
        var browser = known(found.userAgent.family);
        var version = found.userAgent.major;
        var system = known(found.os.family);
        return new Device(
                browser == null || version == null ? browser : browser + " " + version,
                system == null ? null : system.replace("Mac OS X", "macOS"));
    }

    private static @Nullable String known(@Nullable String family) {
        return UNKNOWN.equals(family) ? null : family;
    }
}

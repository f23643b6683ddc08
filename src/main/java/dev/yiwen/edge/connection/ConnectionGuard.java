package dev.yiwen.edge.connection;

import dev.yiwen.edge.EdgeConfig;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.smallrye.config.SmallRyeConfig;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stands before every connection that the server accepts: Vert.x limits the time between bytes, but not a request whose
 * bytes come one by one, nor the connections of an address, nor what a WebSocket's reader leaves unread. Netty loads it by
 * the service loader where {@link #enable} was called before anything of it started.
 */
public final class ConnectionGuard extends ChannelInitializerExtension {
    private final EdgeConfig.Connections limits;
    private final ConnectionLimits open;
    private final UnreadFrames.Budget unread;

    /** By Netty. */
    public ConnectionGuard() {
        var config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(EdgeConfig.class);
        this.limits = config.connections();
        this.unread = new UnreadFrames.Budget(config.unread());
        this.open = new ConnectionLimits(
                limits.perAddress(),
                Stream.of(limits.uncounted(), config.proxies())
                        .flatMap(Optional::stream)
                        .flatMap(Set::stream)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        if (!(connection.remoteAddress() instanceof InetSocketAddress remote)) {
            return;
        }
        if (open.enter(remote)) {
            connection.closeFuture().addListener(closed -> open.leave(remote));
            connection.pipeline().addFirst(new RequestPace(limits, unread));
        } else {
            connection.pipeline().addFirst(new Refusal());
        }
    }

    /** Not before it is registered, which Netty would log as a failure, once for each. */
    private static final class Refusal extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            context.close();
        }
    }
}

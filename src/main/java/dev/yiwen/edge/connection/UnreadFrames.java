package dev.yiwen.edge.connection;

import dev.yiwen.edge.EdgeConfig;
import io.micrometer.core.instrument.Metrics;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds what a WebSocket's reader leaves unread. Who pushes does not wait, so what the network does not take stands in memory:
 * those who are behind share a budget, and who is past its share is closed. Clients come back and read what they missed.
 */
final class UnreadFrames extends ChannelDuplexHandler {
    /** Below, nobody is behind. */
    private static final int LEAST = WriteBufferWaterMark.DEFAULT.high();

    /** Of all sockets of this process. */
    static final class Budget {
        private final EdgeConfig.Unread limits;
        private final AtomicInteger behind = new AtomicInteger();

        Budget(EdgeConfig.Unread limits) {
            this.limits = limits;
        }

        private long share() {
            var fair = limits.all().asLongValue() / Math.max(1, behind.get());
            return Math.max(LEAST, Math.min(limits.each().asLongValue(), fair));
        }
    }

    private final Budget budget;
    private boolean behind;

    private UnreadFrames(Budget budget) {
        this.budget = budget;
    }

    /** The kernel keeps little too: by itself it would take megabytes for each before anybody is behind. */
    static void bound(Channel channel, Budget budget) {
        channel.config().setOption(ChannelOption.SO_SNDBUF, LEAST);
        channel.pipeline().addFirst(new UnreadFrames(budget));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var unread = context.channel().unsafe().outboundBuffer();
        if (behind && unread != null && unread.totalPendingWriteBytes() > budget.share()) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            Metrics.counter("yiwen.edge.slow.readers").increment();
            context.close();
            return;
        }
        context.write(message, promise);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        count(!context.channel().isWritable());
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        count(false);
        context.fireChannelInactive();
    }

    private void count(boolean isBehind) {
        if (isBehind != behind) {
            behind = isBehind;
            budget.behind.addAndGet(isBehind ? 1 : -1);
        }
    }
}

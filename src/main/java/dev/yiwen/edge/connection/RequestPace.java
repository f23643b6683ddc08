package dev.yiwen.edge.connection;

import dev.yiwen.edge.EdgeConfig;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request does not get on: a head that is not whole in time, a body below the pace, nothing at
 * all between two requests. A socket that became a WebSocket is left to its pings, and to {@link UnreadFrames}.
 */
final class RequestPace extends ChannelInboundHandlerAdapter {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private enum Phase {
        HEAD,
        BODY,
        ANSWER,
        IDLE
    }

    private final EdgeConfig.Connections limits;
    private final UnreadFrames.Budget unread;
    private final Messages messages = new Messages();
    private Phase phase = Phase.HEAD;
    private long since = System.nanoTime();
    private long bytes;
    private boolean seesMessages;
    private @Nullable ScheduledFuture<?> check;

    RequestPace(EdgeConfig.Connections limits, UnreadFrames.Budget unread) {
        this.limits = limits;
        this.unread = unread;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isRegistered()) {
            begin(context);
        }
    }

    @Override
    public void channelRegistered(ChannelHandlerContext context) {
        begin(context);
        context.fireChannelRegistered();
    }

    private void begin(ChannelHandlerContext context) {
        if (check == null) {
            var often = Math.max(100, limits.head().toMillis() / 4);
            check = context.executor()
                    .scheduleWithFixedDelay(() -> check(context), often, often, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!seesMessages) {
            seeMessages(context);
        }
        if (phase == Phase.IDLE) {
            enter(Phase.HEAD);
        }
        if (message instanceof ByteBuf buffer) {
            bytes += buffer.readableBytes();
        }
        context.fireChannelRead(message);
    }

    /** The server puts its coders there after us; over TLS after the handshake. */
    private void seeMessages(ChannelHandlerContext context) {
        var encoder = context.pipeline().context(HttpResponseEncoder.class);
        if (encoder != null) {
            context.pipeline().addAfter(encoder.name(), null, messages);
            seesMessages = true;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        end();
    }

    private void end() {
        if (check != null) {
            check.cancel(false);
        }
    }

    private void enter(Phase next) {
        phase = next;
        since = System.nanoTime();
        bytes = 0;
    }

    private void check(ChannelHandlerContext context) {
        var elapsed = Duration.ofNanos(System.nanoTime() - since);
        var tooSlow = switch (phase) {
            case HEAD -> elapsed.compareTo(limits.head()) > 0;
            case BODY -> isBelowPace(context, elapsed);
            case ANSWER -> false;
            case IDLE -> elapsed.compareTo(limits.idle()) > 0;
        };
        if (tooSlow) {
            context.close();
        }
    }

    private boolean isBelowPace(ChannelHandlerContext context, Duration elapsed) {
        if (!context.channel().config().isAutoRead()) {
            // We are the ones who do not read on.
            enter(Phase.BODY);
            return false;
        }
        return elapsed.compareTo(GRACE) > 0 && bytes * 1000.0 / elapsed.toMillis() < limits.bodyPace();
    }

    /** Where requests and answers are whole. */
    private final class Messages extends ChannelDuplexHandler {
        private int unanswered;
        private boolean isInterim;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                unanswered++;
                enter(Phase.BODY);
            }
            if (message instanceof LastHttpContent) {
                enter(unanswered > 0 ? Phase.ANSWER : Phase.IDLE);
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse response) {
                isInterim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
                if (response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
                    end();
                    UnreadFrames.bound(context.channel(), unread);
                }
            }
            if (message instanceof LastHttpContent && !isInterim) {
                unanswered--;
                if (phase == Phase.ANSWER && unanswered <= 0) {
                    enter(Phase.IDLE);
                }
            }
            context.write(message, promise);
        }
    }
}

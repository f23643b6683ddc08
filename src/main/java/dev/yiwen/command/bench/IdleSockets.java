package dev.yiwen.command.bench;

import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;

/** Opens chats that then say nothing. */
final class IdleSockets implements AutoCloseable {
    private static final int AT_ONCE = 32;

    private final Site site;
    private final List<SimulatedChat> open = new ArrayList<>();
    private final Promise<Void> done = Promise.promise();
    private int left;
    private int opening;
    private int errors;

    private IdleSockets(Site site, int count) {
        this.site = site;
        this.left = count;
    }

    /** Opens that many, a few at a time. */
    static IdleSockets open(Site site, int count) {
        var idle = new IdleSockets(site, count);
        site.vertx().runOnContext(nothing -> idle.openSome());
        idle.done.future().toCompletionStage().toCompletableFuture().join();
        return idle;
    }

    int count() {
        return open.size();
    }

    int errors() {
        return errors;
    }

    private void openSome() {
        while (left > 0 && opening < AT_ONCE) {
            left--;
            opening++;
            SimulatedChat.open(site)
                    .onSuccess(chat -> {
                        chat.idle();
                        open.add(chat);
                    })
                    .onFailure(fault -> errors++)
                    .onComplete(opened -> {
                        opening--;
                        openSome();
                    });
        }
        if (left == 0 && opening == 0) {
            done.tryComplete();
        }
    }

    @Override
    public void close() {
        site.vertx().runOnContext(nothing -> open.forEach(SimulatedChat::close));
    }
}

package dev.yiwen.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens chats that then say nothing. */
final class IdleSockets implements AutoCloseable {
    private static final int AT_ONCE = 32;

    private final ConcurrentLinkedQueue<Chat> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger errors = new AtomicInteger();

    /** Opens that many, a few at a time. */
    void open(Chat.Site site, int count) throws InterruptedException {
        var left = new AtomicInteger(count);
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < AT_ONCE; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (left.getAndDecrement() > 0) {
                    openOne(site);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    int count() {
        return open.size();
    }

    int errors() {
        return errors.get();
    }

    private void openOne(Chat.Site site) {
        try {
            var chat = Chat.open(site);
            chat.idle();
            open.add(chat);
        } catch (Chat.Unserved e) {
            errors.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(Chat::close);
    }
}

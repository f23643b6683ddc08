package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.push.PassiveReply;
import dev.yiwen.command.wechat.push.PushRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings what happens to the accounts' callbacks. What is not answered within five seconds is sent again five seconds after the
 * attempt, three times in all, as the same message and newly signed. Each goes its own way: there is no order among them.
 */
final class PushDeliveries implements AutoCloseable {
    private static final Duration APART = Duration.ofSeconds(5);
    private static final Duration HELD = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 3;
    /** An attempt whose outcome decides nothing. */
    private static final int UNCOUNTED = 0;

    private static final int KEPT = 20_000;
    /** More at once would be a flood of connections, whose time-outs say nothing of the service. */
    private static final int AT_ONCE = 128;

    private static final int NONCE = 10;
    private static final int RANDOM = 16;
    private static final int OK = 200;

    private final PlatformClock clock;
    private final SeededDraws draws;
    private final PlatformScript script;
    private final Duration patience;
    private final BiConsumer<PushDelivery, PassiveReply> replies;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(workers)
            .build();
    private final Deque<PushDelivery> kept = new ArrayDeque<>();
    private final List<PushDelivery> held = new ArrayList<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private int underWay;

    /** @param patience how long an answer is waited for, in the time of the machine */
    PushDeliveries(
            PlatformClock clock,
            SeededDraws draws,
            PlatformScript script,
            Duration patience,
            BiConsumer<PushDelivery, PassiveReply> replies) {
        this.clock = clock;
        this.draws = draws;
        this.script = script;
        this.patience = patience;
        this.replies = replies;
        clock.calmBy(this::settle);
    }

    /** Null where the account has no callback. */
    @Nullable PushDelivery push(PlatformAccount account, String messageId, Map<String, Object> fields, @Nullable String openid) {
        var callback = account.settings().callback();
        if (callback == null) {
            return null;
        }
        var delivery = new PushDelivery(numbers.incrementAndGet(), account, messageId, fields, openid, callback);
        keep(delivery);
        var fault = script.befalls(account).orElse(null);
        switch (fault) {
            case null -> attempt(delivery, PushRequest.Flaw.NONE, 1);
            case DUPLICATE -> {
                attempt(delivery, PushRequest.Flaw.NONE, 1);
                attempt(delivery, PushRequest.Flaw.NONE, UNCOUNTED);
            }
            case HOLD -> hold(delivery);
            case LOSE -> delivery.end(PushDelivery.State.LOST);
            case FORGE -> attempt(delivery, PushRequest.Flaw.FORGED, UNCOUNTED);
            case FOREIGN -> attempt(delivery, PushRequest.Flaw.FOREIGN, UNCOUNTED);
            case IMPATIENT -> {
                attempt(delivery, PushRequest.Flaw.NONE, UNCOUNTED);
                again(delivery, 2, clock.instant());
            }
        }
        return delivery;
    }

    /** The very bytes of before once more, as somebody would who has overheard them; the status, or 0. */
    int replay(PushDelivery delivery) {
        var before = delivery.last();
        if (before == null) {
            return 0;
        }
        try {
            return http.send(post(before), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Asks the callback as when its address is entered: whether the answer is the plain echo. */
    boolean verify(PlatformAccount account) {
        var callback = account.settings().callback();
        if (callback == null) {
            return false;
        }
        var echo = draws.digits(19);
        var asked =
                PushRequest.echo(callback, account.cipher(), account.kind() == PlatformAccount.Kind.KF, echo, salt());
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(asked.address()).timeout(patience).build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
            return answer.statusCode() == OK && answer.body().equals(echo);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until nothing is under way; what waits for the clock is not. */
    synchronized void settle() {
        try {
            while (underWay > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized List<PushDelivery> kept() {
        return List.copyOf(kept);
    }

    private synchronized void keep(PushDelivery delivery) {
        kept.add(delivery);
        if (kept.size() > KEPT) {
            kept.remove();
        }
    }

    private void hold(PushDelivery delivery) {
        delivery.end(PushDelivery.State.HELD);
        synchronized (this) {
            held.add(delivery);
        }
        clock.at(clock.instant().plus(HELD), () -> release(Long.MAX_VALUE));
    }

    /** Those that began before that one. */
    private void release(long number) {
        List<PushDelivery> released;
        synchronized (this) {
            released = held.stream().filter(it -> it.number() < number).toList();
            held.removeAll(released);
        }
        released.forEach(it -> {
            it.end(PushDelivery.State.UNDER_WAY);
            attempt(it, PushRequest.Flaw.NONE, 1);
        });
    }

    private PushRequest.Salt salt() {
        return new PushRequest.Salt(clock.instant().getEpochSecond(), draws.digits(NONCE), draws.letters(RANDOM));
    }

    /** @param attempt from 1, whose outcome decides what comes next, or {@link #UNCOUNTED} */
    private void attempt(PushDelivery delivery, PushRequest.Flaw flaw, int attempt) {
        var request = delivery.request(salt(), flaw);
        var at = clock.instant();
        synchronized (this) {
            underWay++;
        }
        workers.execute(() -> {
            try {
                var answer = ask(request);
                delivery.attempted(at, answer.outcome());
                if (attempt != UNCOUNTED) {
                    judge(delivery, answer, attempt, at);
                }
                release(delivery.number());
            } finally {
                synchronized (this) {
                    underWay--;
                    notifyAll();
                }
            }
        });
    }

    /** @param body null where there was no answer with status 200 */
    private record Answer(String outcome, @Nullable String body) {}

    private Answer ask(PushRequest request) {
        turns.acquireUninterruptibly();
        try {
            var answer = http.sendAsync(post(request), BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return new Answer(Integer.toString(answer.statusCode()), answer.statusCode() == OK ? answer.body() : null);
        } catch (CompletionException e) {
            var cause = e.getCause();
            boolean late = cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
            return new Answer(late ? "no answer in time" : "no connection", null);
        } finally {
            turns.release();
        }
    }

    private HttpRequest post(PushRequest request) {
        return HttpRequest.newBuilder(request.address())
                .timeout(patience)
                .header("Content-Type", request.contentType())
                .header("User-Agent", "Mozilla/4.0")
                .POST(BodyPublishers.ofString(request.body()))
                .build();
    }

    private void judge(PushDelivery delivery, Answer answer, int attempt, Instant at) {
        if (answer.body() != null) {
            var reply = delivery.read(answer.body());
            delivery.end(reply instanceof PassiveReply.Wrong ? PushDelivery.State.WRONG : PushDelivery.State.TAKEN);
            if (delivery.answeredNow()) {
                replies.accept(delivery, reply);
            }
        } else if (attempt < ATTEMPTS) {
            again(delivery, attempt + 1, at);
        } else {
            delivery.end(PushDelivery.State.GIVEN_UP);
            replies.accept(delivery, new PassiveReply.Wrong("no answer three times"));
        }
    }

    private void again(PushDelivery delivery, int attempt, Instant before) {
        clock.at(before.plus(APART), () -> attempt(delivery, PushRequest.Flaw.NONE, attempt));
    }

    @Override
    public void close() {
        workers.shutdownNow();
        http.shutdownNow();
    }
}

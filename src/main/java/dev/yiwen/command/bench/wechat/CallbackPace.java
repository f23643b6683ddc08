package dev.yiwen.command.bench.wechat;

import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.push.PushCipher;
import dev.yiwen.command.wechat.push.PushForm;
import dev.yiwen.command.wechat.push.PushRequest;
import dev.yiwen.command.wechat.push.PushRequest.Flaw;
import dev.yiwen.command.wechat.push.PushRequest.Salt;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Pushes so many messages a second, whether or not the ones before were answered, and notes how soon each was. */
final class CallbackPace implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1_000));
    private final PlatformAccount account;
    private final URI callback;
    private final PushCipher cipher;
    private final AtomicInteger ids = new AtomicInteger();
    private final long first = Instant.now().toEpochMilli() * 1_000;

    CallbackPace(PlatformAccount account, URI callback) {
        this.account = account;
        this.callback = callback;
        var settings = account.settings();
        cipher = new PushCipher(settings.token(), settings.aesKey(), account.id());
    }

    /**
     * Milliseconds from the moment that each was due until it was answered, in order.
     *
     * @param errors what was answered with anything but 200, or not at all
     */
    record Sample(double[] sortedMs, int errors, double perSecond) {
        double quantile(double share) {
            return sortedMs.length == 0 ? 0 : sortedMs[Math.max(0, (int) Math.ceil(share * sortedMs.length) - 1)];
        }
    }

    /** @param writers write in turn */
    Sample run(List<CustomerPhone> writers, int perSecond, Duration time, String words) {
        var futures = new ArrayList<Future<Double>>();
        int count = Math.toIntExact(perSecond * time.toSeconds());
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begun + i * SECOND / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            futures.add(push(writers.get(i % writers.size()), words, due));
        }
        Future.join(futures)
                .otherwiseEmpty()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var answered = futures.stream()
                .filter(Future::succeeded)
                .mapToDouble(Future::result)
                .toArray();
        Arrays.sort(answered);
        return new Sample(
                answered, count - answered.length, count * (double) SECOND / Math.max(1, System.nanoTime() - begun));
    }

    private Future<Double> push(CustomerPhone writer, String words, long due) {
        int number = ids.incrementAndGet();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ToUserName", account.receiver());
        fields.put("FromUserName", writer.id());
        fields.put("CreateTime", Instant.now().getEpochSecond());
        fields.put("MsgType", "text");
        fields.put("Content", words);
        fields.put("MsgId", first + number);
        var request = PushRequest.of(
                callback,
                new PushForm(PushForm.Format.XML, PushForm.Mode.SAFE),
                cipher,
                fields,
                writer.id(),
                new Salt(Instant.now().getEpochSecond(), Integer.toString(number), "0123456789abcdef"),
                Flaw.NONE);
        return http.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(request.address().toString()))
                .compose(it ->
                        it.putHeader("Content-Type", request.contentType()).send(request.body()))
                .compose(it -> it.statusCode() == 200 ? it.body() : Future.failedFuture("HTTP " + it.statusCode()))
                .map(body -> (System.nanoTime() - due) / 1e6);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

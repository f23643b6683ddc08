package dev.yiwen.channel.wechat.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.channel.wechat.platform.CallOutcome.Done;
import dev.yiwen.channel.wechat.platform.CallOutcome.NotSent;
import dev.yiwen.channel.wechat.platform.CallOutcome.Refused;
import dev.yiwen.channel.wechat.platform.CallOutcome.Unknown;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.HttpClientType;
import me.chanjar.weixin.common.util.http.RequestHttp;
import me.chanjar.weixin.common.util.http.SimplePostRequestExecutor;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes requests to WeChat with WxJava's executors, on threads of its own: they block. Nothing is repeated here and nothing
 * logged: WxJava's services do both, and would send twice what WeChat called busy, and write access tokens and customers' words
 * into the log.
 */
@Singleton
public final class PlatformClient implements RequestHttp<CloseableHttpClient, HttpHost> {
    private static final int LARGEST_MEDIA = 21 * 1024 * 1024;
    private static final int WAITING = 10_000;

    private final CloseableHttpClient http;
    private final ExecutorService workers;
    private final ObjectMapper json;

    PlatformClient(WeChatConfig config, ObjectMapper json) {
        this.json = json;
        int threads = 2 * config.threads();
        var patience = Timeout.of(config.timeout());
        http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(2 * threads)
                        .setMaxConnPerRoute(threads)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                // One that WeChat has closed meanwhile would leave a message of which nobody knows.
                                .setValidateAfterInactivity(Timeout.ZERO_MILLISECONDS)
                                .setTimeToLive(Timeout.ofSeconds(30))
                                .build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(patience).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        workers = workers(threads);
    }

    /** Idle ones end: most installations have no account. */
    private static ExecutorService workers(int threads) {
        var pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("wechat-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** A POST with JSON; with the token of an account in {@code url} if it needs one. Never fails. */
    public Uni<CallOutcome> post(String url, Object body) {
        return onWorker(() -> {
            var executor = SimplePostRequestExecutor.create(this);
            return new Done(json.readTree(executor.execute(url, json.writeValueAsString(body), WxType.MP)));
        });
    }

    /** A GET that is answered with JSON. Never fails. */
    public Uni<CallOutcome> get(String url) {
        return onWorker(() -> {
            var text = http.execute(new HttpGet(url), response -> {
                var entity = response.getEntity();
                return entity == null ? new byte[0] : bounded(entity.getContent());
            });
            return jsonOf(text);
        });
    }

    /** A file by a form, as {@code media/upload} wants it. Never fails. */
    public Uni<CallOutcome> upload(String url, String name, String type, byte[] content) {
        return onWorker(() -> {
            var request = new HttpPost(url);
            request.setEntity(MultipartEntityBuilder.create()
                    // The name in UTF-8 as it is, which is what WeCom shows.
                    .setMode(HttpMultipartMode.LEGACY)
                    .setCharset(StandardCharsets.UTF_8)
                    .addBinaryBody("media", content, ContentType.create(type), name.replaceAll("[\"\\r\\n]", "_"))
                    .build());
            return jsonOf(http.execute(request, response -> {
                var entity = response.getEntity();
                return entity == null ? new byte[0] : bounded(entity.getContent());
            }));
        });
    }

    /** A picture or a sound: an answer of JSON says why there is none. */
    public Uni<Media> media(String url) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return http.execute(new HttpGet(url), response -> {
                            var entity = response.getEntity();
                            var type = entity == null ? "" : String.valueOf(entity.getContentType());
                            var content = entity == null ? new byte[0] : bounded(entity.getContent());
                            return type.contains("json") || type.startsWith("text/plain")
                                    ? new Media.Missing(jsonOf(content))
                                    : (Media) new Media.Content(type, content);
                        });
                    } catch (IOException e) {
                        return new Media.Missing(broken(e));
                    }
                })
                .runSubscriptionOn(workers);
    }

    private interface Call {
        CallOutcome make() throws IOException, WxErrorException;
    }

    private Uni<CallOutcome> onWorker(Call call) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return call.make();
                    } catch (WxErrorException e) {
                        var error = e.getError();
                        return error == null || error.getErrorCode() == 0
                                ? new Unknown("no answer")
                                : new Refused(error.getErrorCode(), words(error.getJson()));
                    } catch (JsonProcessingException e) {
                        return new Unknown("not JSON");
                    } catch (IOException e) {
                        return broken(e);
                    }
                })
                .runSubscriptionOn(workers)
                .onFailure(RejectedExecutionException.class)
                .recoverWithItem(e -> new NotSent("too much at once"));
    }

    private CallOutcome jsonOf(byte[] content) {
        try {
            var answer = json.readTree(content);
            int code = answer.path("errcode").asInt(0);
            return code == 0
                    ? new Done(answer)
                    : new Refused(code, answer.path("errmsg").asText(""));
        } catch (IOException e) {
            return new Unknown("not JSON");
        }
    }

    private String words(String answer) {
        try {
            return json.readTree(answer).path("errmsg").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static byte[] bounded(InputStream content) throws IOException {
        var bytes = content.readNBytes(LARGEST_MEDIA);
        if (content.read() >= 0) {
            throw new IOException("Larger than WeChat allows");
        }
        return bytes;
    }

    /** Before a connection stands nothing was sent. */
    private static CallOutcome broken(IOException e) {
        return e instanceof UnknownHostException
                        || e instanceof ConnectException
                        || e instanceof NoRouteToHostException
                        || e instanceof ConnectTimeoutException
                        || e instanceof ConnectionRequestTimeoutException
                ? new NotSent(e.getClass().getSimpleName())
                : new Unknown(e.getClass().getSimpleName());
    }

    @Override
    public CloseableHttpClient getRequestHttpClient() {
        return http;
    }

    @Override
    @SuppressWarnings("NullAway") // WxJava asks for null where there is no proxy.
    public HttpHost getRequestHttpProxy() {
        return null;
    }

    @Override
    public HttpClientType getRequestType() {
        return HttpClientType.HTTP_COMPONENTS;
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        workers.shutdownNow();
        http.close();
    }
}

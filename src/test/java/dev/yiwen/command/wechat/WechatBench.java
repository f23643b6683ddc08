package dev.yiwen.command.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.push.PushForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A simulator whose clock stands, a service that its callbacks reach, and a client of its interface. */
final class WechatBench implements AutoCloseable {
    static final Instant START = Instant.parse("2026-05-06T02:00:00Z");
    static final ObjectMapper JSON = new ObjectMapper();

    final AnsweringService service = new AnsweringService();
    final WechatSimulator simulator;
    final PlatformAccount mp;
    final PlatformAccount ma;
    final PlatformAccount kf;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    WechatBench() throws IOException {
        simulator = WechatSimulator.standingAt(START, 7, Duration.ofSeconds(2));
        mp = simulator.mp();
        ma = simulator.ma();
        kf = simulator.kf();
        for (var account : List.of(mp, ma, kf)) {
            account.change(it -> it.withCallback(service.address()));
        }
    }

    CustomerPhone phone(PlatformAccount account) {
        return simulator.phone(account, "小李");
    }

    void form(PlatformAccount account, PushForm.Format format, PushForm.Mode mode) {
        account.change(it -> it.withForm(new PushForm(format, mode)));
    }

    void pass(Duration time) {
        simulator.clock().advance(time);
    }

    /** Fields of what the service has received, in the order of its coming. */
    List<Map<String, String>> received(PlatformAccount account) throws Exception {
        simulator.settle();
        var all = new ArrayList<Map<String, String>>();
        for (var call : service.received) {
            all.add(call.read(account));
        }
        return all;
    }

    String token(PlatformAccount account) {
        var settings = account.settings();
        return (switch (account.kind()) {
                    case MP, MA ->
                        get("/cgi-bin/token?grant_type=client_credential&appid=" + account.id() + "&secret="
                                + settings.secret());
                    case KF -> get("/cgi-bin/gettoken?corpid=" + account.id() + "&corpsecret=" + settings.secret());
                })
                .path("access_token")
                .asText();
    }

    JsonNode stable(PlatformAccount account, boolean force) {
        return post(
                "/cgi-bin/stable_token",
                Map.of(
                        "grant_type",
                        "client_credential",
                        "appid",
                        account.id(),
                        "secret",
                        account.settings().secret(),
                        "force_refresh",
                        force));
    }

    JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    JsonNode post(String path, Object body) {
        try {
            return json(send(request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.url() + path)).timeout(Duration.ofSeconds(5));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The errcode of a service message. */
    int send(PlatformAccount account, CustomerPhone phone, String text) {
        return code(post(
                "/cgi-bin/message/custom/send?access_token=" + token(account),
                Map.of("touser", phone.id(), "msgtype", "text", "text", Map.of("content", text))));
    }

    JsonNode kfSend(CustomerPhone phone, String messageId, String text) {
        return kf(
                "send_msg",
                Map.of(
                        "touser",
                        phone.id(),
                        "open_kfid",
                        WechatSimulator.LINE,
                        "msgid",
                        messageId,
                        "msgtype",
                        "text",
                        "text",
                        Map.of("content", text)));
    }

    JsonNode kf(String call, Object body) {
        return post("/cgi-bin/kf/" + call + "?access_token=" + token(kf), body);
    }

    JsonNode sync(String cursor) {
        return kf("sync_msg", Map.of("open_kfid", WechatSimulator.LINE, "cursor", cursor));
    }

    JsonNode state(CustomerPhone phone) {
        return kf("service_state/get", Map.of("open_kfid", WechatSimulator.LINE, "external_userid", phone.id()));
    }

    JsonNode change(CustomerPhone phone, int state) {
        return kf(
                "service_state/trans",
                Map.of(
                        "open_kfid",
                        WechatSimulator.LINE,
                        "external_userid",
                        phone.id(),
                        "service_state",
                        state,
                        "servicer_userid",
                        WechatSimulator.SERVICER));
    }

    JsonNode upload(PlatformAccount account, String kind, byte[] bytes) {
        var boundary = "XyZ" + HexFormat.of().toHexDigits(bytes.length);
        var head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.bin\"\r\n"
                        + "Content-Type: application/x-test\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var body = new byte[head.length + bytes.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(bytes, 0, body, head.length, bytes.length);
        System.arraycopy(tail, 0, body, head.length + bytes.length, tail.length);
        return json(send(request("/cgi-bin/media/upload?access_token=" + token(account) + "&type=" + kind)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body))));
    }

    HttpResponse<byte[]> download(PlatformAccount account, String mediaId) {
        return send(request("/cgi-bin/media/get?access_token=" + token(account) + "&media_id=" + mediaId)
                .GET());
    }

    static int code(JsonNode answer) {
        return answer.path("errcode").asInt(0);
    }

    @Override
    public void close() {
        simulator.close();
        service.close();
        http.shutdownNow();
    }
}

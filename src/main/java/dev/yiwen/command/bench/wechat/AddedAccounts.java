package dev.yiwen.command.bench.wechat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;

/** Adds the simulator's accounts to the service, as an administrator does on the page. */
final class AddedAccounts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DONE = 200;

    private AddedAccounts() {}

    /** The path of its callback. */
    static String add(URI service, String token, PlatformAccount account) throws IOException, InterruptedException {
        var settings = account.settings();
        var form = new LinkedHashMap<String, Object>();
        form.put("version", 0);
        form.put("kind", account.kind().name());
        form.put("name", settings.name());
        form.put("appId", account.id());
        form.put("secret", settings.secret());
        form.put("token", settings.token());
        form.put("aesKey", settings.aesKey());
        if (account.kind() == PlatformAccount.Kind.KF) {
            form.put("openKfid", WechatSimulator.LINE);
        }
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(service.resolve("/api/v1/wechat/accounts"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(form)))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != DONE) {
                throw new IOException("An account was not added: HTTP " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body()).path("callbackPath").asText();
        }
    }
}

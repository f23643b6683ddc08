package dev.yiwen.browser;

import static io.restassured.RestAssured.given;

import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** WeChat's side, and one account of it that was added here as an administrator adds it, until it is closed. */
final class SimulatedAccount implements AutoCloseable {
    private static final String ACCOUNTS = "/api/v1/wechat/accounts";

    final WechatSimulator wechat;
    final String id;
    final String admin;

    private final PlatformAccount account;

    /** @param here this service */
    SimulatedAccount(PlatformAccount.Kind kind, String name, People people, WeChatConfig config, URI here)
            throws IOException {
        wechat = WechatSimulator.running(URI.create(config.api()).getPort(), System.nanoTime());
        account = switch (kind) {
            case MP -> wechat.mp();
            case MA -> wechat.ma();
            case KF -> wechat.kf();
        };
        admin = people.token(people.staff(Role.ADMIN));
        given().auth()
                .oauth2(admin)
                .get(ACCOUNTS)
                .jsonPath()
                .getList("accounts.findAll { it.appId == '" + account.id() + "' }.id", String.class)
                .forEach(this::remove);
        var settings = account.settings();
        var form = new HashMap<String, Object>(Map.of(
                "version", 0,
                "kind", kind.name(),
                "name", name,
                "appId", account.id(),
                "secret", settings.secret(),
                "token", settings.token(),
                "aesKey", settings.aesKey()));
        if (kind == PlatformAccount.Kind.KF) {
            form.put("openKfid", WechatSimulator.LINE);
        }
        id = given().auth()
                .oauth2(admin)
                .contentType(ContentType.JSON)
                .body(form)
                .post(ACCOUNTS)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        account.change(it -> it.withCallback(here.resolve("/wechat/" + id)));
    }

    CustomerPhone phone(String person) {
        return account.kind() == PlatformAccount.Kind.KF
                ? wechat.platform().phone(account, WechatSimulator.LINE, person)
                : wechat.phone(account, person);
    }

    static boolean hears(CustomerPhone phone, String words) {
        return phone.bubbles().stream()
                .anyMatch(it -> it.from() == From.SERVICE && it.text().contains(words));
    }

    private void remove(String account) {
        given().auth().oauth2(admin).delete(ACCOUNTS + "/" + account);
    }

    @Override
    public void close() {
        wechat.close();
        remove(id);
    }
}

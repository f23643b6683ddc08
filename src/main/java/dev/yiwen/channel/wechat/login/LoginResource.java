package dev.yiwen.channel.wechat.login;

import dev.yiwen.shared.ClientAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/** Where the own mini-program signs its customers in. */
@Path("/api/v1/wechat/login")
final class LoginResource {
    private final MiniProgramLogin login;

    LoginResource(MiniProgramLogin login) {
        this.login = login;
    }

    /**
     * What the mini-program knows.
     *
     * @param appId its own
     * @param code of {@code wx.login}: good once, for five minutes
     */
    record Credentials(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{4,64}") String appId,

            @NotNull @Pattern(regexp = "[\\x21-\\x7e]{1,256}") String code) {}

    /** 401 for a code that WeChat does not take (any more), 404 where no such mini-program was added, 503 where WeChat is not there. */
    @POST
    public Uni<MiniProgramLogin.Welcome> login(@NotNull @Valid Credentials wanted, @Context HttpServerRequest request) {
        return login.of(wanted.appId(), wanted.code(), ClientAddress.of(request));
    }
}

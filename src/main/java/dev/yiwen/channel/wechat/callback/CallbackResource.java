package dev.yiwen.channel.wechat.callback;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.account.WeChatAccounts;
import dev.yiwen.channel.wechat.callback.CallbackReader.Signed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where WeChat pushes to, an address an account. What is genuine is stored and acknowledged at once, or with the answer to the
 * customer when there is one within two seconds: after five WeChat sends it again, and tells the customer that the service is
 * broken. All else is refused without a word why.
 */
@Path("/wechat/{account}")
@PermitAll
@Produces(MediaType.TEXT_PLAIN)
final class CallbackResource {
    private static final String TAKEN = "success";
    private static final String XML = "application/xml; charset=utf-8";

    private final WeChatAccounts accounts;
    private final ReceivedPushes received;

    CallbackResource(WeChatAccounts accounts, ReceivedPushes received) {
        this.accounts = accounts;
        this.received = received;
    }

    static final class Parameters {
        @PathParam("account")
        @Nullable String account;

        @QueryParam("signature")
        @Nullable String signature;

        @QueryParam("msg_signature")
        @Nullable String messageSignature;

        @QueryParam("timestamp")
        @Nullable String timestamp;

        @QueryParam("nonce")
        @Nullable String nonce;

        Signed signed() {
            return new Signed(signature, messageSignature, timestamp, nonce);
        }
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> verify(@BeanParam Parameters parameters, @QueryParam("echostr") @Nullable String echo) {
        return accounts.loaded()
                .map(known -> account(parameters)
                        .flatMap(account -> CallbackReader.echo(account, parameters.signed(), echo))
                        .map(it -> Response.ok(it).build())
                        .orElseGet(CallbackResource::refused));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> take(@BeanParam Parameters parameters, byte[] body) {
        return accounts.loaded().chain(known -> taken(parameters, body));
    }

    private Uni<Response> taken(Parameters parameters, byte[] body) {
        var account = account(parameters);
        if (account.isEmpty() || body.length > CallbackSize.LARGEST) {
            return Uni.createFrom().item(refused());
        }
        return switch (CallbackReader.read(account.get(), parameters.signed(), body)) {
            case Pushed.Forged forged -> Uni.createFrom().item(refused());
            case Pushed.Genuine genuine ->
                received.store(account.get(), genuine)
                        .map(reply -> reply.map(it -> Response.ok(CallbackAnswer.of(account.get(), genuine, it), XML)
                                        .build())
                                .orElseGet(() -> Response.ok(TAKEN).build()));
        };
    }

    private Optional<WeChatAccount> account(Parameters parameters) {
        try {
            return parameters.account == null ? Optional.empty() : accounts.find(UUID.fromString(parameters.account));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Response refused() {
        return Response.status(Response.Status.FORBIDDEN).build();
    }
}

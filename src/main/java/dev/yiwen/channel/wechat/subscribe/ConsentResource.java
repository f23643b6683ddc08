package dev.yiwen.channel.wechat.subscribe;

import dev.yiwen.identity.CurrentCustomer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;

/** What a customer of the mini-program answers when asked whether they may be sent a subscribe message. */
@Path("/api/v1/wechat/consents")
@RolesAllowed(CurrentCustomer.ROLE)
final class ConsentResource {
    private static final String TEMPLATE = "[A-Za-z0-9_-]{10,64}";

    private final Consents consents;
    private final CurrentCustomer current;

    ConsentResource(Consents consents, CurrentCustomer current) {
        this.consents = consents;
        this.current = current;
    }

    /** @param templates as {@code wx.requestSubscribeMessage} has them: {@code accept}, {@code reject}, {@code ban}, {@code filter} … by template */
    record Answers(
            @NotNull @NotEmpty @Size(max = 10) Map<@Pattern(regexp = TEMPLATE) String, @NotNull @Size(max = 40) String> templates) {}

    /** @param templates that may be asked for at once */
    record Wanted(List<String> templates) {}

    /** Which to ask for, of the mini-program with that AppID; at most five, as WeChat allows. */
    @GET
    public Uni<Wanted> wanted(@QueryParam("appId") @DefaultValue("") @Size(max = 64) String appId) {
        return consents.wanted(appId).map(Wanted::new);
    }

    /** Each {@code accept} is one message. What is no template of ours counts for nothing. */
    @POST
    public Uni<Void> answered(@NotNull @Valid Answers answers) {
        return consents.count(current.get(), answers.templates());
    }
}

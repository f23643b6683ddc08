package dev.yiwen.channel.wechat.account;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** Accounts of WeChat, by administrators. */
@Path("/api/v1/wechat/accounts")
@RolesAllowed(Right.Names.INTEGRATIONS)
final class WeChatAccountResource {
    private final AccountBook book;
    private final SecretBox box;
    private final WeChatAccounts accounts;
    private final AccountCheck check;
    private final CurrentStaff current;

    WeChatAccountResource(
            AccountBook book, SecretBox box, WeChatAccounts accounts, AccountCheck check, CurrentStaff current) {
        this.book = book;
        this.box = box;
        this.accounts = accounts;
        this.check = check;
        this.current = current;
    }

    /** @param keyed whether secrets can be kept: {@code YIWEN_WECHAT_KEY} is set */
    record Listed(boolean keyed, List<AccountView> accounts) {}

    record Enabling(boolean enabled) {}

    @GET
    public Uni<Listed> list() {
        return book.all().map(all -> new Listed(box.usable(), all));
    }

    @POST
    public Uni<AccountView> add(@NotNull @Valid AccountForm form) {
        return book.add(form, current.get().id());
    }

    @PUT
    @Path("/{id}")
    public Uni<AccountView> change(UUID id, @NotNull @Valid AccountForm form) {
        return book.edit(id, form, current.get().id());
    }

    @PUT
    @Path("/{id}/enabled")
    public Uni<AccountView> enable(UUID id, @NotNull @Valid Enabling wanted) {
        return book.enable(id, wanted.enabled(), current.get().id());
    }

    /** Ends the AES key before, which WeChat may use for a while after a change. */
    @DELETE
    @Path("/{id}/previous-key")
    public Uni<Void> forgetPreviousKey(UUID id) {
        return book.forgetPreviousKey(id, current.get().id()).replaceWithVoid();
    }

    /** Out of sight and not answered any more; what was stored stays, and it can be had back. */
    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(UUID id) {
        return book.remove(id, true, current.get().id()).replaceWithVoid();
    }

    /** Has back what was removed. */
    @POST
    @Path("/{id}/restoring")
    public Uni<AccountView> restore(UUID id) {
        return book.remove(id, false, current.get().id());
    }

    /** Asks WeChat for a token anew: whether AppID and secret are right, and this machine's address is let in. */
    @POST
    @Path("/{id}/test")
    public Uni<AccountCheck.Result> test(UUID id) {
        return accounts.find(id)
                .map(check::of)
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such account."));
    }
}

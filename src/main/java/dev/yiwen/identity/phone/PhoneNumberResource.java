package dev.yiwen.identity.phone;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.identity.CurrentCustomer;
import dev.yiwen.identity.ProvenPhones;
import dev.yiwen.identity.phone.PhoneCodes.Tried;
import dev.yiwen.shared.ClientAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A customer proves a mobile number: a code is sent there and comes back. It joins nobody; staff see that it is proved. */
@Path("/api/v1/phone-number")
@RolesAllowed(CurrentCustomer.ROLE)
final class PhoneNumberResource {
    private static final int SHOWN = 4;

    private final PhoneCodes codes;
    private final ProvenPhones proven;
    private final CurrentCustomer current;

    PhoneNumberResource(PhoneCodes codes, ProvenPhones proven, CurrentCustomer current) {
        this.codes = codes;
        this.proven = proven;
        this.current = current;
    }

    /**
     * @param possible whether messages can be sent at all
     * @param number the last that was proved, its last four digits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(boolean possible, @Nullable String number) {}

    /** @param number as it is written, of mainland China where no country is named */
    record Wanted(@NotBlank @Size(max = 40) String number) {}

    /** @param seconds for which the code is good */
    record Sent(long seconds) {}

    record Answer(@NotNull @Pattern(regexp = "[0-9]{6}") String code) {}

    /**
     * @param number its last four digits, when it is proved
     * @param left tries, when the code was wrong; with none another one must be asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            boolean proved,
            @Nullable String number,
            @Nullable Integer left) {}

    @GET
    public Uni<State> state() {
        return proven.last(current.get())
                .map(it -> new State(
                        codes.possible(), it.map(PhoneNumberResource::end).orElse(null)));
    }

    /** Sends a code. Fails with {@code INVALID}, {@code TOO_MANY_REQUESTS}, {@code NOT_FOUND}, {@code OVERLOADED}. */
    @POST
    public Uni<Sent> ask(
            @NotNull @Valid Wanted wanted, @Context HttpServerRequest request, @Context HttpHeaders headers) {
        var language = headers.getAcceptableLanguages().stream()
                .findFirst()
                .filter(it -> it.getLanguage().equals("en"))
                .orElse(Locale.CHINESE);
        return codes.ask(current.get(), wanted.number(), ClientAddress.of(request), language)
                .map(it -> new Sent(it.toSeconds()));
    }

    @POST
    @Path("/code")
    public Uni<Outcome> answer(@NotNull @Valid Answer answer) {
        return codes.answer(current.get(), answer.code()).map(tried -> switch (tried) {
            case Tried.Proved it -> new Outcome(true, end(it.number()), null);
            case Tried.Wrong it -> new Outcome(false, null, it.left());
        });
    }

    private static String end(String number) {
        return "…" + number.substring(Math.max(0, number.length() - SHOWN));
    }
}

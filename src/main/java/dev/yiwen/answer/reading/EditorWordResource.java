package dev.yiwen.answer.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.conversation.SaidLately;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import dev.yiwen.triage.EditorWords;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What editors add: the words by which customers ask for a human, and those that ask nothing. */
@Path("/api/v1")
@RolesAllowed({Right.Names.EDIT, Right.Names.SUPERVISE})
final class EditorWordResource {
    /** From this share of conversations on, somebody is to say that it is meant. */
    private static final double WIDE = 0.01;

    /** Fewer conversations say nothing. */
    private static final int FEWEST = 100;

    private final EditorWords words;
    private final Triage triage;
    private final SpeechActs acts;
    private final SaidLately lately;
    private final CurrentStaff current;

    EditorWordResource(EditorWords words, Triage triage, SpeechActs acts, SaidLately lately, CurrentStaff current) {
        this.words = words;
        this.triage = triage;
        this.acts = acts;
        this.lately = lately;
        this.current = current;
    }

    /** @param meant whether somebody saw in how many conversations it stands, where these are many */
    record Words(@NotBlank @Size(max = 30) String words, boolean meant) {}

    record Phrase(
            @NotNull SpeechAct act,
            @NotBlank @Size(max = 30) String words,
            boolean meant) {}

    record Wording(@NotBlank @Size(min = 2, max = 30) String words) {}

    record Spoken(@NotBlank @Size(max = 500) String text) {}

    /** @param act of a wish there is none */
    record Shown(
            UUID id,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SpeechAct act,

            String words,
            String by,
            Instant at) {
        static Shown of(EditorWords.Added it) {
            return new Shown(it.id(), it.isWish() ? null : SpeechAct.valueOf(it.kind()), it.words(), it.by(), it.at());
        }
    }

    /** @param because the words that make it a wish; empty when it is none */
    record Trial(boolean wish, List<String> because) {}

    /** @param act null when the message is read as a question */
    record Heard(@Nullable SpeechAct act, @Nullable String because) {}

    @GET
    @Path("/wish-words")
    public Uni<List<Shown>> wishes() {
        return shown(true);
    }

    @GET
    @Path("/speech-acts")
    public Uni<List<Shown>> acts() {
        return shown(false);
    }

    private Uni<List<Shown>> shown(boolean wishes) {
        return words.all(wishes).map(all -> all.stream().map(Shown::of).toList());
    }

    @POST
    @Path("/wish-words")
    @RolesAllowed(Right.Names.EDIT)
    @Audited(value = AuditKind.WISH_WORD_ADDED, subject = "wish-word")
    public Uni<Shown> addWish(@NotNull @Valid Words wanted) {
        var name = current.get().name();
        return meant(wanted.words(), wanted.meant())
                .chain(() -> words.addWish(wanted.words(), name))
                .map(Shown::of);
    }

    @POST
    @Path("/speech-acts")
    @RolesAllowed(Right.Names.EDIT)
    @Audited(value = AuditKind.SPEECH_ACT_ADDED, subject = "speech-act")
    public Uni<Shown> addAct(@NotNull @Valid Phrase wanted) {
        String form = SpeechActs.words(wanted.words());
        var name = current.get().name();
        return meant(wanted.words(), wanted.meant())
                .chain(() -> words.add(wanted.act().name(), wanted.words(), form, name))
                .map(Shown::of);
    }

    @DELETE
    @Path("/wish-words/{id}")
    @RolesAllowed(Right.Names.EDIT)
    @Audited(value = AuditKind.WISH_WORD_REMOVED, subject = "wish-word:{id}")
    public Uni<Void> removeWish(UUID id) {
        return words.remove(id);
    }

    @DELETE
    @Path("/speech-acts/{id}")
    @RolesAllowed(Right.Names.EDIT)
    @Audited(value = AuditKind.SPEECH_ACT_REMOVED, subject = "speech-act:{id}")
    public Uni<Void> removeAct(UUID id) {
        return words.remove(id);
    }

    /** In how many conversations of late customers said it, with examples. */
    @POST
    @Path("/editor-words/effect")
    @RolesAllowed(Right.Names.EDIT)
    public Uni<SaidLately.Effect> effect(@NotNull @Valid Wording said) {
        return lately.of(said.words().strip());
    }

    /** Fails with {@code WIDE_EFFECT} where many customers say it and nobody said that this is meant. */
    private Uni<Void> meant(String wanted, boolean meant) {
        return meant || wanted.strip().length() < 2
                ? Uni.createFrom().voidItem()
                : lately.of(wanted.strip())
                        .invoke(EditorWordResource::refuseWide)
                        .replaceWithVoid();
    }

    private static void refuseWide(SaidLately.Effect it) {
        if (it.of() >= FEWEST && it.share() > WIDE) {
            throw new Problem(
                    Problem.Kind.WIDE_EFFECT,
                    "Customers said it in %d of the %d conversations of %d days; with \"meant\": true it is added all the same."
                            .formatted(it.conversations(), it.of(), SaidLately.DAYS));
        }
    }

    /** Whether a customer who writes this is handed to a human at once. */
    @POST
    @Path("/wish-words/trial")
    public Trial tryWish(@NotNull @Valid Spoken said) {
        var because = triage.wishIn(said.text());
        return new Trial(!because.isEmpty(), because);
    }

    /** What a customer who writes this is taken to do. */
    @POST
    @Path("/speech-acts/trial")
    public Heard tryAct(@NotNull @Valid Spoken said) {
        return acts.in(said.text()).map(it -> new Heard(it.act(), it.because())).orElseGet(() -> new Heard(null, null));
    }
}

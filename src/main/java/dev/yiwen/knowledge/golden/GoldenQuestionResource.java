package dev.yiwen.knowledge.golden;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.golden.GoldenQuestions.Stored;
import dev.yiwen.knowledge.golden.GoldenQuestions.Wanted;
import dev.yiwen.knowledge.golden.GoldenRunStore.Named;
import dev.yiwen.knowledge.golden.GoldenRunStore.Result;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Questions whose outcome is settled, for editors. */
@Path("/api/v1/golden-questions")
@RolesAllowed(Right.Names.EDIT)
final class GoldenQuestionResource {

    /** @param last what came of it last; null before it was asked */
    record Listed(Stored question, @Nullable Result last) {
        boolean fails() {
            var it = last;
            return it != null && !it.passed();
        }
    }

    /**
     * @param groups of all questions, whichever are listed
     * @param owners likewise
     * @param articles by slug, what questions expect or got
     */
    record Page(List<Listed> questions, List<String> groups, List<String> owners, Map<String, Named> articles) {}

    private final GoldenQuestions questions;
    private final GoldenRuns runs;
    private final Articles articles;
    private final CurrentStaff staff;

    GoldenQuestionResource(GoldenQuestions questions, GoldenRuns runs, Articles articles, CurrentStaff staff) {
        this.questions = questions;
        this.runs = runs;
        this.articles = articles;
        this.staff = staff;
    }

    @GET
    public Uni<Page> list(
            @QueryParam("group") @Nullable String group,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("failing") boolean failing) {
        return questions
                .all()
                .chain(all -> runs.results().chain(results -> {
                    var listed = all.stream()
                            .filter(it -> isEmpty(group) || it.group().equals(group))
                            .filter(it -> isEmpty(owner) || it.owner().equals(owner))
                            .map(it -> new Listed(it, results.get(it.id())))
                            .filter(it -> !failing || it.fails())
                            .toList();
                    return runs.titles(slugs(listed))
                            .map(titles -> new Page(
                                    listed,
                                    named(all.stream().map(Stored::group)),
                                    named(all.stream().map(Stored::owner)),
                                    titles));
                }));
    }

    /** It is asked at once, of what is live. */
    @POST
    @ResponseStatus(201)
    public Uni<Listed> create(@NotNull @Valid Wanted question) {
        return known(question)
                .chain(() -> questions.create(question, staff.get().name()))
                .chain(this::asked);
    }

    @PUT
    @Path("{id}")
    public Uni<Listed> change(@PathParam("id") UUID id, @NotNull @Valid Wanted question) {
        return known(question).chain(() -> questions.change(id, question)).chain(this::asked);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> delete(@PathParam("id") UUID id) {
        return questions.delete(id);
    }

    private Uni<Listed> asked(SettledQuestion question) {
        return runs.ask(question)
                .chain(() -> questions.one(question.id()))
                .chain(stored -> runs.results().map(results -> new Listed(stored, results.get(stored.id()))));
    }

    /** Fails with NOT_FOUND when it expects an article that there is not. */
    private Uni<Void> known(Wanted question) {
        var expected = Expectation.of(question.expect().strip());
        return expected.way() == Expectation.Way.ARTICLE
                ? articles.load(expected.word()).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private static List<String> slugs(List<Listed> listed) {
        return listed.stream()
                .flatMap(it -> {
                    var last = it.last();
                    return Stream.concat(
                            Stream.of(it.question().expect()),
                            last == null ? Stream.of() : Stream.of(last.got().split(" ")));
                })
                .distinct()
                .toList();
    }

    private static List<String> named(Stream<String> all) {
        return all.filter(it -> !it.isEmpty()).distinct().sorted().toList();
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

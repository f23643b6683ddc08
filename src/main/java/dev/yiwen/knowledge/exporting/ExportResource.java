package dev.yiwen.knowledge.exporting;

import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.editing.ArticleFilter;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knowledge as a file. */
@Path("/api/v1/knowledge-export")
@RolesAllowed(Right.Names.EDIT)
final class ExportResource {
    private static final int PER_PAGE = 200;

    /** The list's own filter, by which a part is chosen. */
    static final class Chosen {
        @QueryParam("q")
        @Nullable String text;

        @QueryParam("topic")
        @Nullable String topic;

        @QueryParam("state")
        @Nullable String state;

        @QueryParam("audience")
        @Nullable String audience;

        @QueryParam("product")
        @Nullable String product;

        @QueryParam("valid")
        @Nullable String valid;

        boolean isAll() {
            return blank(text) && blank(topic) && blank(state) && blank(audience) && blank(product) && blank(valid);
        }

        ArticleFilter page(int page) {
            return new ArticleFilter(
                    text,
                    topic,
                    constant(Article.State.class, "state", state),
                    constant(Audience.class, "audience", audience),
                    product,
                    constant(ArticleFilter.Validity.class, "valid", valid),
                    page,
                    PER_PAGE);
        }

        private static boolean blank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }

    private final KnowledgeExport knowledge;
    private final Articles articles;

    ExportResource(KnowledgeExport knowledge, Articles articles) {
        this.knowledge = knowledge;
        this.articles = articles;
    }

    /** @param format xlsx, markdown (a ZIP archive) or jsonl */
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<Response> export(@QueryParam("format") @DefaultValue("xlsx") String format, @BeanParam Chosen chosen) {
        var wanted = constant(ExportFormat.class, "format", format);
        var how = wanted == null ? ExportFormat.XLSX : wanted;
        return (chosen.isAll() ? Uni.createFrom().item(ExportChoice.ALL) : ids(chosen, 0, new HashSet<>()))
                .chain(choice -> knowledge.bytes(how, choice))
                .map(bytes -> Response.ok(bytes, how.mediaType())
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"knowledge-" + HomeZone.today() + "." + how.extension() + "\"")
                        .build());
    }

    private Uni<ExportChoice> ids(Chosen chosen, int page, Set<UUID> found) {
        return articles.list(chosen.page(page)).chain(some -> {
            some.items().forEach(it -> found.add(it.id().value()));
            return (page + 1) * PER_PAGE < some.total()
                    ? ids(chosen, page + 1, found)
                    : Uni.createFrom().item(new ExportChoice(null, null, null, Set.copyOf(found)));
        });
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name, @Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INVALID, name + " cannot be " + word);
        }
    }
}

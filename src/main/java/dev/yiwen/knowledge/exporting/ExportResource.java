package dev.yiwen.knowledge.exporting;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.ArticleSearch;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.editing.ListQuery;
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
import java.util.Locale;
import java.util.stream.Collectors;

/** Knowledge as a file. */
@Path("/api/v1/knowledge-export")
@RolesAllowed(Right.Names.EDIT)
final class ExportResource {
    private final KnowledgeExport knowledge;
    private final Articles articles;
    private final ArticleSearch search;
    private final CurrentStaff staff;

    ExportResource(KnowledgeExport knowledge, Articles articles, ArticleSearch search, CurrentStaff staff) {
        this.knowledge = knowledge;
        this.articles = articles;
        this.search = search;
        this.staff = staff;
    }

    /**
     * What the list shows, on all its pages.
     *
     * @param format xlsx, markdown (a ZIP archive) or jsonl
     * @param history all revisions with each article; jsonl only
     */
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<Response> export(
            @QueryParam("format") @DefaultValue("xlsx") String format,
            @QueryParam("history") boolean history,
            @BeanParam ListQuery query) {
        var how = format(format);
        if (history && how != ExportFormat.JSONL) {
            throw new Problem(Problem.Kind.INVALID, "history comes with format jsonl only");
        }
        return (query.isAll() ? Uni.createFrom().item(ExportChoice.all(history)) : chosen(query, history))
                .chain(choice -> knowledge.bytes(how, choice))
                .map(bytes -> Response.ok(bytes, how.mediaType())
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"knowledge-" + HomeZone.today() + "." + how.extension() + "\"")
                        .build());
    }

    private Uni<ExportChoice> chosen(ListQuery query, boolean history) {
        return query.meant(search)
                .chain(meant -> articles.matching(query.filter(staff.get().name()), meant))
                .map(all -> new ExportChoice(
                        null,
                        null,
                        null,
                        all.stream().map(it -> it.id().value()).collect(Collectors.toUnmodifiableSet()),
                        history));
    }

    private static ExportFormat format(String word) {
        try {
            return ExportFormat.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INVALID, "format cannot be " + word);
        }
    }
}

package dev.yiwen.knowledge.bulk;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleSearch;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.editing.ListQuery;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One thing for many articles: those that were picked, or all that the list's filter lets through, and its undoing. */
@Path("/api/v1/articles")
@RolesAllowed(Right.Names.EDIT)
final class BulkResource {
    private final ArticleSearch search;
    private final BulkChanges changes;
    private final Articles articles;
    private final CurrentStaff staff;
    private final AuditLog log;

    BulkResource(ArticleSearch search, BulkChanges changes, Articles articles, CurrentStaff staff, AuditLog log) {
        this.search = search;
        this.changes = changes;
        this.articles = articles;
        this.staff = staff;
        this.log = log;
    }

    /** The query is the list's. 409 when other articles match by now than were seen. */
    @POST
    @Path("bulk")
    public Uni<BulkChanges.Outcome> apply(@BeanParam ListQuery query, @NotNull @Valid BulkWanted wanted) {
        var me = staff.get();
        if (wanted.kind() == ChangeOfMany.Kind.RETIRE && !me.may(Right.PUBLISH)) {
            throw new Problem(Kind.FORBIDDEN, "Retiring needs the right to publish.");
        }
        return query.meant(search)
                .chain(meant -> articles.matching(query.filter(me.name()), meant))
                .map(all -> picked(all, wanted))
                .chain(all -> changes.apply(all, wanted, me.may(Right.PUBLISH), Editor.of(me)))
                .call(done -> log.append(event(AuditKind.ARTICLES_CHANGED, wanted.kind(), done.changed())));
    }

    /** Newest first. */
    @GET
    @Path("changes")
    public Uni<List<ChangeOfMany>> lately() {
        return changes.lately();
    }

    /** What somebody has gone on with since stays. */
    @POST
    @Path("changes/{id}/undo")
    @RolesAllowed(Right.Names.EDIT)
    public Uni<BulkChanges.Outcome> undo(@PathParam("id") UUID id) {
        return changes.kind(id).chain(kind -> {
            if (kind != ChangeOfMany.Kind.SUBMIT && !staff.get().may(Right.PUBLISH)) {
                throw new Problem(Kind.FORBIDDEN, "Undoing this needs the right to publish.");
            }
            return changes.undo(id, Editor.of(staff.get()))
                    .call(done -> log.append(event(AuditKind.ARTICLES_CHANGE_UNDONE, kind, done.changed())));
        });
    }

    private static List<Article> picked(List<Article> all, BulkWanted wanted) {
        if (wanted.articles() != null) {
            var ids = new HashSet<>(wanted.articles());
            return all.stream().filter(it -> ids.contains(it.id().value())).toList();
        }
        if (all.size() != wanted.expected()) {
            throw new Problem(
                    Kind.CONFLICT, all.size() + " articles match by now, and not " + wanted.expected() + " any more");
        }
        return all;
    }

    private AuditEvent event(String kind, ChangeOfMany.Kind what, int changed) {
        return new AuditEvent(
                kind, log.requester(), "knowledge", Map.of("what", what.name(), "articles", String.valueOf(changed)));
    }
}

package dev.yiwen.knowledge.importing;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.importing.source.ArticleField;
import dev.yiwen.knowledge.importing.source.FileBytes;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Imports: looked at, made, taken back. */
@Path("/api/v1/knowledge-imports")
@RolesAllowed(Right.Names.EDIT)
final class ImportResource {
    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int MOST_FILES = 20;

    /** @param fields by column: names of {@link ArticleField}, empty for a column to pass over */
    record ColumnsSaid(@Nullable String key, @Nullable List<String> fields) {}

    private final ImportPlanner planner;
    private final ImportBatches batches;
    private final BatchReader reader;
    private final CurrentStaff staff;
    private final RemarkWords words;

    ImportResource(
            ImportPlanner planner, ImportBatches batches, BatchReader reader, CurrentStaff staff, RemarkWords words) {
        this.planner = planner;
        this.batches = batches;
        this.reader = reader;
        this.staff = staff;
        this.words = words;
    }

    /** Those that were made or taken back, the newest first, 30 at most. */
    @GET
    public Uni<List<ImportBatch>> list(@HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        return reader.made(locale(language));
    }

    /** What importing this file, of at most 10 MB, would do; with those of the preview {@code to}, whose place it takes. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @ResponseStatus(201)
    public Uni<ImportBatch> preview(
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("to") @Nullable UUID to,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language,
            byte @Nullable [] content) {
        if (name.isBlank() || name.length() > 300) {
            throw new Problem(Kind.INVALID, "name must be the file's name");
        }
        if (content == null || content.length == 0) {
            throw new Problem(Kind.FILE_EMPTY, "The file is empty.");
        }
        if (content.length > LARGEST) {
            throw new Problem(Kind.TOO_LARGE, "A file has at most 10 MB.");
        }
        var file = new FileBytes(name.substring(name.lastIndexOf('/') + 1).strip(), content);
        return to == null
                ? planner.plan(List.of(file))
                        .chain(plan -> batches.keep(plan, List.of(file), author().name()))
                        .chain(id -> reader.batch(id, locale(language)))
                : reader.sources(to).chain(earlier -> again(to, with(earlier, file), locale(language)));
    }

    private static List<FileBytes> with(List<FileBytes> earlier, FileBytes file) {
        var all = new ArrayList<>(
                earlier.stream().filter(it -> !it.name().equals(file.name())).toList());
        all.add(file);
        long bytes = all.stream().mapToLong(it -> it.content().length).sum();
        if (all.size() > MOST_FILES || bytes > 2L * LARGEST) {
            throw new Problem(Kind.TOO_LARGE, "An import has at most 20 files of 20 MB together.");
        }
        return all;
    }

    private Uni<ImportBatch> again(UUID old, List<FileBytes> files, Locale language) {
        return planner.plan(files)
                .chain(plan -> batches.replace(old, plan, files, author().name()))
                .chain(id -> reader.batch(id, language));
    }

    @GET
    @Path("{id}")
    public Uni<ImportBatch> get(
            @PathParam("id") UUID id, @HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        return reader.batch(id, locale(language));
    }

    @GET
    @Path("{id}/rows")
    public Uni<ImportBatch.Page> rows(
            @PathParam("id") UUID id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        return reader.rows(id, outcome(outcome), Math.min(page, 100_000), size, locale(language));
    }

    /** What columns hold, remembered for all tables with these headers; compares anew and answers with another preview. */
    @PUT
    @Path("{id}/columns")
    public Uni<ImportBatch> columns(
            @PathParam("id") UUID id,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language,
            @Nullable ColumnsSaid said) {
        var key = said == null ? null : said.key();
        var fields = said == null ? null : said.fields();
        if (key == null || fields == null) {
            throw new Problem(Kind.INVALID, "key and fields must be given");
        }
        var known = Arrays.stream(ArticleField.values()).map(Enum::name).toList();
        if (key.length() > 64
                || fields.size() > 200
                || !fields.stream().allMatch(it -> it != null && (it.isEmpty() || known.contains(it)))) {
            throw new Problem(Kind.INVALID, "fields must be names of fields, or empty");
        }
        return reader.batch(id, locale(language))
                .invoke(batch -> {
                    if (batch.grids().stream().noneMatch(it -> it.key().equals(key))) {
                        throw new Problem(Kind.INVALID, "No table of this import has that key");
                    }
                })
                .chain(() -> batches.remember(key, fields, author().name()))
                .chain(() -> reader.sources(id))
                .chain(files -> again(id, files, locale(language)));
    }

    /** Makes the drafts. */
    @POST
    @Path("{id}/apply")
    public Uni<ImportBatch> apply(
            @PathParam("id") UUID id, @HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        return reader.batch(id, locale(language))
                .chain(batch -> batches.apply(id, author(), batch.counts()))
                .chain(() -> reader.batch(id, locale(language)));
    }

    /** Discards the drafts that nobody has changed since, and the articles that there are through the import alone. */
    @POST
    @Path("{id}/undo")
    public Uni<ImportBatch.Undone> undo(@PathParam("id") UUID id) {
        return batches.undo(id, author().name());
    }

    /** A workbook or table as it came, with a column that says what became of each row. */
    @GET
    @Path("{id}/marked")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<Response> marked(
            @PathParam("id") UUID id,
            @QueryParam("file") @DefaultValue("") String name,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        var locale = locale(language);
        return reader.sources(id).chain(files -> {
            var file = files.stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "The import has no file " + name + " any more"));
            return reader.marks(id, name, locale)
                    .chain(marks -> planner.run(() -> MarkedFile.of(name, file.content(), marks, words.column(locale))))
                    .map(bytes -> Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
                            .header(
                                    "Content-Disposition",
                                    "attachment; filename*=UTF-8''"
                                            + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                                    .replace("+", "%20"))
                            .build());
        });
    }

    private Editor author() {
        return Editor.of(staff.get());
    }

    private static Locale locale(String language) {
        return language.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    private static @Nullable RowOutcome outcome(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        try {
            return RowOutcome.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(Kind.INVALID, "outcome cannot be " + word);
        }
    }
}

package dev.yiwen.knowledge.importing.source;

import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.importing.source.GridHeader.Columns;
import dev.yiwen.shared.StorableText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes articles of the rows of a table. */
final class GridReader {
    private static final int SAMPLE = 3;
    private static final int LONGEST_SAMPLE = 80;
    private static final Set<String> AGENTS =
            Set.of("agent", "agents", "internal", "staff", "坐席", "座席", "客服", "坐席可见", "仅坐席", "内部", "员工", "客服人员");
    private static final Set<String> CUSTOMERS = Set.of(
            "",
            "customer",
            "customers",
            "public",
            "external",
            "all",
            "everybody",
            "客户",
            "顾客",
            "用户",
            "公开",
            "外部",
            "所有人",
            "全部",
            "客户可见",
            "消费者",
            "会员");

    private final String file;
    private final String sheet;
    private final ColumnChoice choice;
    private final List<Remark> standing;

    /** @param standing said of each row */
    GridReader(String file, String sheet, ColumnChoice choice, List<Remark> standing) {
        this.file = file;
        this.sheet = sheet;
        this.choice = choice;
        this.standing = standing;
    }

    /** Whether a row of it names a question and an answer. */
    static boolean knows(List<GridRow> rows) {
        return GridHeader.find(rows).isPresent();
    }

    /** @param rows those that hold something */
    void read(List<GridRow> rows, ReadSource source) {
        var header = GridHeader.find(rows).orElseGet(() -> GridHeader.guessed(rows));
        var said =
                choice.of(header.key()).filter(it -> it.size() == header.names().size());
        var columns = said.map(it -> GridHeader.columns(header.names(), it))
                .orElseGet(() -> GridHeader.columns(header.names()));
        var data = rows.subList(Math.min(header.first(), rows.size()), rows.size());
        source.add(new SourceGrid(
                file, sheet, header.names(), header.fields(columns), sample(header, data), header.key()));
        if (!columns.has(ArticleField.QUESTION) || !columns.has(ArticleField.ANSWER)) {
            var missing = columns.has(ArticleField.QUESTION) ? "column-answer-missing" : "column-question-missing";
            var all = data.isEmpty() ? rows : data;
            all.forEach(row -> source.broken(place(row), missing, "headers", String.join("、", header.names())));
            return;
        }
        @Nullable ReadRow last = null;
        for (var row : data) {
            if (last != null && goesOn(row, columns)) {
                last = joined(last, row, columns);
                continue;
            }
            if (last != null) {
                source.add(checked(last));
            }
            last = null;
            switch (article(row, columns)) {
                case ReadRow read -> last = read;
                case BrokenRow broken -> source.add(broken);
            }
        }
        if (last != null) {
            source.add(checked(last));
        }
    }

    private static List<List<String>> sample(GridHeader header, List<GridRow> data) {
        return data.stream()
                .limit(SAMPLE)
                .map(row -> {
                    var cells = new ArrayList<String>();
                    for (int i = 0; i < header.names().size(); i++) {
                        var text = row.cell(i);
                        cells.add(text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "…" : text);
                    }
                    return List.copyOf(cells);
                })
                .toList();
    }

    /** Further wordings below a question, whose cell is merged over them or empty. */
    private static boolean goesOn(GridRow row, Columns columns) {
        return columns.has(ArticleField.PHRASINGS)
                && row.faults().isEmpty()
                && isAbove(row, columns, ArticleField.QUESTION)
                && isAbove(row, columns, ArticleField.ANSWER)
                && !value(row, columns, ArticleField.PHRASINGS).isBlank();
    }

    private static boolean isAbove(GridRow row, Columns columns, ArticleField field) {
        return columns.of().getOrDefault(field, List.of()).stream()
                .allMatch(it -> row.filled().contains(it) || row.cell(it).isBlank());
    }

    private static ReadRow joined(ReadRow above, GridRow row, Columns columns) {
        var draft = above.draft();
        var phrasings = new ArrayList<>(draft.phrasings());
        phrasings.addAll(list(row, columns, ArticleField.PHRASINGS));
        return above.with(draft.phrased(phrasings));
    }

    private RowPlace place(GridRow row) {
        return new RowPlace(file, sheet, row.number());
    }

    private SourceRow checked(ReadRow read) {
        var fault = DraftCheck.fault(read.draft());
        return fault.isPresent() ? new BrokenRow(read.place(), read.question(), fault.get()) : read;
    }

    private SourceRow article(GridRow row, Columns columns) {
        var question = value(row, columns, ArticleField.QUESTION);
        if (!row.faults().isEmpty()) {
            return new BrokenRow(
                    place(row), question, row.faults().values().iterator().next());
        }
        var audience = audience(value(row, columns, ArticleField.AUDIENCE));
        if (audience.isEmpty()) {
            return broken(row, columns, "audience-unknown", ArticleField.AUDIENCE);
        }
        for (var field : List.of(ArticleField.VALID_FROM, ArticleField.VALID_TO)) {
            var text = value(row, columns, field);
            if (!DayText.isNone(text) && DayText.of(text).isEmpty()) {
                return broken(row, columns, "day-unknown", field);
            }
        }
        var product = value(row, columns, ArticleField.PRODUCT).strip();
        var draft = new ArticleDraft(
                question,
                list(row, columns, ArticleField.PHRASINGS),
                value(row, columns, ArticleField.ANSWER),
                audience.get(),
                product.isEmpty() ? "通用" : product,
                day(row, columns, ArticleField.VALID_FROM),
                day(row, columns, ArticleField.VALID_TO),
                list(row, columns, ArticleField.TAGS),
                variants(row, columns));
        return named(row, columns, draft);
    }

    private SourceRow named(GridRow row, Columns columns, ArticleDraft draft) {
        var id = value(row, columns, ArticleField.ID).strip();
        var stem = Slugs.topic(Slugs.stem(file), "articles");
        boolean keyed = !id.isEmpty();
        if (keyed && !Slugs.isKey(id)) {
            return broken(row, columns, "id-shape", ArticleField.ID);
        }
        // Numbers from 1 are in every table: with the table's name they are a key.
        var slug = keyed
                ? id.contains("/") ? id : stem + "/" + id
                : Slugs.of(Slugs.topic(value(row, columns, ArticleField.TOPIC), stem), draft.question());
        return new ReadRow(
                place(row),
                slug,
                keyed,
                value(row, columns, ArticleField.BASE).strip(),
                draft,
                said(columns),
                standing);
    }

    private SourceRow broken(GridRow row, Columns columns, String key, ArticleField field) {
        return new BrokenRow(
                place(row),
                value(row, columns, ArticleField.QUESTION),
                Remark.of(key, "column", column(columns, field), "text", value(row, columns, field)));
    }

    private static Set<ArticleField> said(Columns columns) {
        var said = EnumSet.noneOf(ArticleField.class);
        said.addAll(columns.of().keySet());
        return said;
    }

    private static String column(Columns columns, ArticleField field) {
        return columns.of().getOrDefault(field, List.of()).stream()
                .map(GridReader::letters)
                .collect(Collectors.joining(", "));
    }

    /** As a spreadsheet calls a column, from 0: A, B … Z, AA. */
    static String letters(int column) {
        return (column >= 26 ? letters(column / 26 - 1) : "") + (char) ('A' + column % 26);
    }

    private static String value(GridRow row, Columns columns, ArticleField field) {
        var text = columns.of().getOrDefault(field, List.of()).stream()
                .map(it -> CellText.read(StorableText.of(row.cell(it))))
                .collect(Collectors.joining(field.isList() ? "\n" : ""));
        return text;
    }

    private static List<AnswerVariant> variants(GridRow row, Columns columns) {
        return columns.variants().entrySet().stream()
                .map(it -> new AnswerVariant(
                        it.getKey().channel(),
                        it.getKey().minTier(),
                        it.getValue().stream()
                                .map(column -> CellText.read(StorableText.of(row.cell(column))))
                                .collect(Collectors.joining())))
                .toList();
    }

    private static List<String> list(GridRow row, Columns columns, ArticleField field) {
        return columns.of().getOrDefault(field, List.of()).stream()
                .flatMap(it -> CellText.split(field, CellText.read(StorableText.of(row.cell(it)))).stream())
                .toList();
    }

    private static @Nullable LocalDate day(GridRow row, Columns columns, ArticleField field) {
        return DayText.of(value(row, columns, field)).orElse(null);
    }

    private static Optional<Audience> audience(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        return AGENTS.contains(word)
                ? Optional.of(Audience.AGENT)
                : CUSTOMERS.contains(word) ? Optional.of(Audience.CUSTOMER) : Optional.empty();
    }
}

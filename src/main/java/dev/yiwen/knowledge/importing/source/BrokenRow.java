package dev.yiwen.knowledge.importing.source;

/** A row, or a whole file, that cannot become an article as it is. */
public record BrokenRow(RowPlace place, String question, Remark why) implements SourceRow {
    static BrokenRow of(RowPlace place, String key, Object... facts) {
        return new BrokenRow(place, "", Remark.of(key, facts));
    }
}

package dev.yiwen.knowledge.importing.source;

import java.util.ArrayList;
import java.util.List;

/**
 * What files hold, in their order. Readers add to it.
 *
 * <p>Not for several threads.
 */
public final class ReadSource {
    private final List<SourceRow> rows = new ArrayList<>();
    private final List<SourceGrid> grids = new ArrayList<>();
    private final List<FileNote> notes = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    /** Something to be known of a file as a whole: the encoding that was taken, what was left out. */
    public record FileNote(String file, Remark remark) {}

    void add(SourceRow row) {
        rows.add(row);
    }

    void add(SourceGrid grid) {
        grids.add(grid);
    }

    void note(String file, String key, Object... facts) {
        notes.add(new FileNote(file, Remark.of(key, facts)));
    }

    void broken(RowPlace place, String key, Object... facts) {
        rows.add(BrokenRow.of(place, key, facts));
    }

    void file(String name) {
        files.add(name);
    }

    public List<SourceRow> rows() {
        return rows;
    }

    /** The tables whose columns can be said to hold something else. */
    public List<SourceGrid> grids() {
        return grids;
    }

    public List<FileNote> notes() {
        return notes;
    }

    /** Names of the files that were read, in their order. */
    public List<String> files() {
        return files;
    }
}

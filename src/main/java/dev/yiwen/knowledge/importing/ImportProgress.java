package dev.yiwen.knowledge.importing;

/** Told of an import's progress, from any thread, one call at a time. */
public interface ImportProgress {

    /** Nobody watches. */
    ImportProgress SILENT = new ImportProgress() {
        @Override
        public void begin(int articles) {}

        @Override
        public void done(String slug, ImportOutcome outcome) {}
    };

    void begin(int articles);

    void done(String slug, ImportOutcome outcome);
}

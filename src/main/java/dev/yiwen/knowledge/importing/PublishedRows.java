package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.importing.source.ReadRow;
import dev.yiwen.knowledge.importing.source.ReadSource.FileNote;
import dev.yiwen.knowledge.importing.source.RowPlace;
import dev.yiwen.knowledge.importing.source.SourceRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/** What is told of rows that are published at once. */
@Singleton
class PublishedRows {
    private static final Logger LOG = Logger.getLogger(PublishedRows.class);

    private final AskablePhrasings phrasings;
    private final RemarkWords words;

    PublishedRows(AskablePhrasings phrasings, RemarkWords words) {
        this.phrasings = phrasings;
        this.words = words;
    }

    Tally tally(ImportProgress progress) {
        return new Tally(progress);
    }

    /** Without the phrasings that get whoever says them a human at once. */
    List<SourceRow> askable(List<SourceRow> rows, Tally tally) {
        return rows.stream()
                .map(it -> it instanceof ReadRow read ? phrasings.of(read, tally::handsOver) : it)
                .toList();
    }

    private ImportFault fault(PlannedRow row) {
        return new ImportFault(file(row.place()), row.place().row(), words.of(row.remarks(), Locale.ENGLISH));
    }

    private static String file(RowPlace place) {
        return place.sheet().isEmpty() ? place.file() : place.file() + " [" + place.sheet() + "]";
    }

    /** Counts from several threads. */
    final class Tally {
        private final ImportProgress progress;
        private final List<ImportFault> duplicates = new ArrayList<>();
        private final Map<ImportOutcome, Integer> counts =
                Collections.synchronizedMap(new EnumMap<>(ImportOutcome.class));
        private final List<ImportFault> faults = new ArrayList<>();
        private final List<ImportFault> handedOver = new ArrayList<>();
        private final List<String> drafted = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();

        private Tally(ImportProgress progress) {
            this.progress = progress;
        }

        synchronized void notes(List<FileNote> notes) {
            notes.stream()
                    .filter(it -> !it.remark().key().equals("charset"))
                    .forEach(it -> ignored.add(it.file() + ": " + words.of(it.remark(), Locale.ENGLISH)));
        }

        synchronized ImportOutcome failed(PlannedRow row, Throwable cause) {
            LOG.debugf(cause, "Importing %s failed", row.slug());
            faults.add(new ImportFault(file(row.place()), row.place().row(), String.valueOf(cause.getMessage())));
            return ImportOutcome.FAILED;
        }

        synchronized ImportOutcome failed(String slug, Throwable cause) {
            LOG.debugf(cause, "Importing %s failed", slug);
            faults.add(new ImportFault(slug, 0, String.valueOf(cause.getMessage())));
            return ImportOutcome.FAILED;
        }

        synchronized void add(PlannedRow row, ImportOutcome outcome) {
            if (row.outcome() == RowOutcome.ERROR) {
                faults.add(fault(row));
            } else if (outcome == ImportOutcome.DUPLICATE) {
                duplicates.add(fault(row));
            } else if (row.outcome() == RowOutcome.CONTRADICTS) {
                duplicates.add(fault(row));
            }
            add(row.slug(), outcome);
        }

        synchronized void add(String slug, ImportOutcome outcome) {
            counts.merge(outcome, 1, Integer::sum);
            if (outcome == ImportOutcome.DRAFTED) {
                drafted.add(slug);
            }
            progress.done(slug, outcome);
        }

        synchronized void handsOver(ImportFault remark) {
            handedOver.add(remark);
        }

        synchronized ImportReport report() {
            return new ImportReport(counts, faults, handedOver, drafted, duplicates, ignored);
        }
    }
}

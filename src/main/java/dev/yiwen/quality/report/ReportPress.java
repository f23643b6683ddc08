package dev.yiwen.quality.report;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;

/** A kept report in words, and on paper. */
@Singleton
public class ReportPress {
    private final ReportStore store;
    private final PaperWriter writer;
    private final ReportPdf pdf;

    ReportPress(ReportStore store, PaperWriter writer, ReportPdf pdf) {
        this.store = store;
        this.writer = writer;
        this.pdf = pdf;
    }

    /** Fails with {@code NOT_FOUND} while it is not ready. */
    Uni<PaperView> paper(UUID id, Locale language) {
        return store.content(id).map(it -> writer.write(it, language));
    }

    /** @param address of the service, before the links; empty: they are left out */
    public Uni<byte[]> pdf(UUID id, Locale language, String address) {
        return paper(id, language).emitOn(Infrastructure.getDefaultWorkerPool()).map(it -> pdf.of(it, address));
    }
}

package dev.yiwen.quality.report;

import dev.yiwen.edge.PublicAddress;
import dev.yiwen.shared.Letter;
import dev.yiwen.shared.Mail;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings reports to those who are to have them: the PDF, each address for itself, and never twice. */
@Singleton
class ReportMail {
    private static final int LONGEST_FAILURE = 300;

    private final ReportSchedules schedules;
    private final ReportPress press;
    private final Mail mail;
    private final PublicAddress address;
    private final Messages messages;

    ReportMail(ReportSchedules schedules, ReportPress press, Mail mail, PublicAddress address, Messages messages) {
        this.schedules = schedules;
        this.press = press;
        this.mail = mail;
        this.address = address;
        this.messages = messages;
    }

    boolean configured() {
        return mail.configured();
    }

    Uni<Void> sendPending(ReportSchedule schedule) {
        if (!mail.configured() || schedule.recipients().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return schedules
                .pending()
                .onItem()
                .transformToMulti(it -> Multi.createFrom().iterable(it))
                .onItem()
                .transformToUniAndConcatenate(it -> send(it, schedule))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> send(ReportSchedules.Pending pending, ReportSchedule schedule) {
        var language = Locale.forLanguageTag(schedule.language());
        var failures = new ArrayList<String>();
        return Uni.combine()
                .all()
                .unis(
                        press.paper(pending.report(), language),
                        press.pdf(
                                pending.report(), language, address.configured().orElse("")))
                .asTuple()
                .chain(it -> Multi.createFrom()
                        .iterable(schedule.recipients())
                        .filter(to -> !pending.mailed().contains(to))
                        .onItem()
                        .transformToUniAndConcatenate(
                                to -> mail.send(letter(to, pending, it.getItem1(), it.getItem2(), language))
                                        .chain(() -> schedules.sent(pending.period(), to))
                                        .onFailure()
                                        .recoverWithItem(e -> note(failures, e)))
                        .collect()
                        .last())
                .onFailure()
                .recoverWithItem(e -> note(failures, e))
                .chain(() -> schedules.tried(pending.period(), failures.isEmpty() ? null : failures.getFirst()));
    }

    private Letter letter(String to, ReportSchedules.Pending pending, PaperView paper, byte[] pdf, Locale language) {
        var page = address.configured()
                .map(home -> home + "/reports?report=" + pending.report())
                .orElse("");
        var name = "yiwen-" + pending.period().name() + ".pdf";
        return new Letter(
                List.of(to),
                paper.title(),
                messages.text(
                        language,
                        page.isEmpty() ? "quality.paper.mail" : "quality.paper.mail-page",
                        Map.of("title", paper.title(), "days", paper.days(), "page", page)),
                List.of(new Letter.Enclosure(name, "application/pdf", pdf)));
    }

    private static @Nullable Void note(List<String> failures, Throwable e) {
        var words = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        failures.add(words.substring(0, Math.min(words.length(), LONGEST_FAILURE)));
        return null;
    }
}

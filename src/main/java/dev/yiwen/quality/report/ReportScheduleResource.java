package dev.yiwen.quality.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** Which reports are made by themselves, and who gets them by e-mail. */
@Path("/api/v1/quality-report-schedule")
@RolesAllowed({Right.Names.SUPERVISE, Right.Names.SETTINGS})
final class ReportScheduleResource {
    private final ReportSchedules schedules;
    private final ReportMail mail;
    private final CurrentStaff current;

    ReportScheduleResource(ReportSchedules schedules, ReportMail mail, CurrentStaff current) {
        this.schedules = schedules;
        this.mail = mail;
        this.current = current;
    }

    /**
     * @param mail whether a mail server is named
     * @param failure what it said of the last report that did not reach all; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            ReportSchedule schedule, boolean mail, @Nullable String failure) {}

    @GET
    public Uni<Standing> standing() {
        return Uni.combine()
                .all()
                .unis(schedules.current(), schedules.trouble())
                .asTuple()
                .map(it -> new Standing(
                        it.getItem1(), mail.configured(), it.getItem2().failure()));
    }

    /** From now on. What has been made already is not made or sent again. */
    @PUT
    public Uni<Standing> change(@NotNull @Valid ReportSchedule schedule) {
        return schedules.change(schedule, current.get().id()).chain(this::standing);
    }
}

package dev.yiwen.handoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.plan.Plan.Group;
import dev.yiwen.handoff.plan.Plan.Rule;
import dev.yiwen.handoff.plan.Plan.Skills;
import dev.yiwen.handoff.plan.Plan.Then;
import dev.yiwen.handoff.plan.Plan.When;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Messages;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final When ALWAYS = new When(Set.of(), Set.of(), 0, List.of(), null, Set.of(), Set.of(), Set.of());
    private static final When ANGRY =
            new When(Set.of(Code.STRONG_EMOTION), Set.of(), 0, List.of(), null, Set.of(), Set.of(), Set.of());
    private static final When REFUND =
            new When(Set.of(), Set.of(), 0, List.of("退款", "退费"), null, Set.of(), Set.of(), Set.of());

    private final Faults faults = new Faults(new Messages());

    @Test
    void the_standard_plan_wants_nobody_in_particular() {
        var wanted = Plan.standard().wantedIn(said("我要退款"));

        assertThat(wanted.withoutUrgency()).isEqualTo(new Wanted(null, null, null, 0, List.of(), List.of()));
        assertThat(wanted.points()).isEqualTo(Code.WISH_FOR_HUMAN.priority());
    }

    @Test
    void the_first_rule_that_names_a_group_decides_it_and_points_add_up() {
        var plan = plan(
                new Rule("退款", true, REFUND, new Then("refunds", null, 5)),
                new Rule("其他", true, ALWAYS, new Then("others", Level.NEWCOMER, 1)));

        var wanted = plan.wantedIn(said("我要退费"));

        assertThat(wanted).isEqualTo(new Wanted("refunds", Level.NEWCOMER, null, 56, List.of("退款", "其他"), List.of()));
    }

    @Test
    void a_rule_that_is_switched_off_does_nothing() {
        assertThat(plan(new Rule("愤怒", false, ANGRY, new Then(null, Level.SENIOR, 0)))
                        .wantedIn(new Situation(
                                Code.STRONG_EMOTION, Channel.WEB, 0, "气死我了", List.of(), Set.of(), Set.of()))
                        .rules())
                .isEmpty();
    }

    @Test
    void a_valued_customer_is_more_urgent() {
        assertThat(Plan.standard()
                        .wantedIn(new Situation(Code.WISH_FOR_HUMAN, Channel.WEB, 2, "", List.of(), Set.of(), Set.of()))
                        .points())
                .isEqualTo(70);
    }

    @Test
    void the_standard_plan_serves_those_in_danger_the_valued_and_the_frail_earlier() {
        assertThat(standard(Code.URGENT).points()).isEqualTo(Code.URGENT.priority() + 60);
        assertThat(standard(Code.WISH_FOR_HUMAN, Mark.VIP))
                .extracting(Wanted::points, Wanted::level)
                .containsExactly(80, Level.EXPERIENCED);
        assertThat(standard(Code.WISH_FOR_HUMAN, Mark.CARE).points()).isEqualTo(65);
        assertThat(standard(Code.WISH_FOR_HUMAN, Mark.CARE).marks())
                .extracting(Marked::why)
                .containsExactly("测试");
    }

    @Test
    void a_plan_from_before_there_were_marks_holds_as_it_was() throws IOException {
        var stored = """
                {"settings":{"secondsPerPoint":20,"pointsPerTier":10,"widenSeconds":180},"groups":[],"agents":[],"rules":[
                {"name":"愤怒","enabled":true,"then":{"points":5},
                 "when":{"reasons":["STRONG_EMOTION"],"channels":[],"minTier":0,"words":[]}}]}
                """;

        var plan = new ObjectMapper().readValue(stored, Plan.class);

        assertThat(plan.wantedIn(new Situation(Code.STRONG_EMOTION, Channel.WEB, 0, "", List.of(), Set.of(), Set.of()))
                        .points())
                .isEqualTo(75);
    }

    @Test
    void a_rule_looks_at_tags_and_at_what_the_bot_answered() {
        var north = new When(Set.of(), Set.of(), 0, List.of(), null, Set.of(), Set.of("北区", "VPN"), Set.of());
        var billing = new When(Set.of(), Set.of(), 0, List.of(), null, Set.of(), Set.of(), Set.of("billing"));
        var plan = plan(
                new Rule("北区", true, north, new Then(null, null, 1)),
                new Rule("账单", true, billing, new Then(null, null, 2)));

        assertThat(plan.wantedIn(known(Set.of("vpn"), Set.of())).rules()).containsExactly("北区");
        assertThat(plan.wantedIn(known(Set.of("北区二"), Set.of("billing", "plans")))
                        .rules())
                .containsExactly("账单");
        assertThat(plan.wantedIn(said("北区 账单")).rules()).isEmpty();
    }

    private static Situation known(Set<String> tags, Set<String> topics) {
        return new Situation(Code.WISH_FOR_HUMAN, Channel.WEB, 0, "", List.of(), tags, topics);
    }

    private static Wanted standard(Code reason, Mark... marks) {
        var marked = Arrays.stream(marks).map(it -> new Marked(it, "测试")).toList();
        return Plan.standard().wantedIn(new Situation(reason, Channel.WEB, 0, "", marked, Set.of(), Set.of()));
    }

    @Test
    void english_is_wanted_only_when_somebody_speaks_it() {
        var english = said("my router does not work, please help");
        var speaks = new Skills(staff(), Level.EXPERIENCED, Set.of(), Set.of("zh", "en"), null);
        var plan = new Plan(Plan.standard().settings(), null, List.of(), List.of(), List.of(speaks));

        assertThat(plan.wantedIn(english).language()).isEqualTo("en");
        assertThat(Plan.standard().wantedIn(english).language()).isNull();
        assertThat(plan.wantedIn(said("5G 套餐 plan")).language()).isNull();
    }

    @Test
    void hours_cross_midnight_and_holidays_are_closed() {
        var night = new Hours.Shift(Set.of(DayOfWeek.FRIDAY), LocalTime.of(20, 0), LocalTime.of(2, 0));
        var day = new Hours.Shift(Set.of(DayOfWeek.values()), LocalTime.of(9, 0), LocalTime.of(18, 0));
        var hours = new Hours(List.of(night, day), List.of(LocalDate.of(2026, 10, 1)));

        assertThat(hours.isOpen(beijing("2026-09-25T23:30"))).isTrue();
        assertThat(hours.isOpen(beijing("2026-09-26T01:59"))).isTrue();
        assertThat(hours.isOpen(beijing("2026-09-26T02:00"))).isFalse();
        assertThat(hours.isOpen(beijing("2026-10-01T10:00"))).isFalse();
        assertThat(hours.opensAfter(beijing("2026-09-30T18:00"))).contains(beijing("2026-10-02T09:00"));
    }

    @Test
    void hours_tell_when_they_end_unless_they_do_not() {
        var night = new Hours.Shift(Set.of(DayOfWeek.FRIDAY), LocalTime.of(18, 0), LocalTime.of(2, 0));
        var day = new Hours.Shift(Set.of(DayOfWeek.values()), LocalTime.of(9, 0), LocalTime.of(18, 0));
        var hours = new Hours(List.of(night, day), List.of());
        var always = new Hours.Shift(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        assertThat(hours.closesAfter(beijing("2026-09-24T10:00"))).contains(beijing("2026-09-24T18:00"));
        assertThat(hours.closesAfter(beijing("2026-09-25T10:00"))).contains(beijing("2026-09-26T02:00"));
        assertThat(hours.closesAfter(beijing("2026-09-26T03:00"))).isEmpty();
        assertThat(new Hours(List.of(always), List.of()).closesAfter(beijing("2026-09-24T10:00")))
                .isEmpty();
    }

    @Test
    void a_wrong_plan_says_in_words_what_is_wrong() {
        var plan = plan(
                new Rule("退款", true, REFUND, new Then("gone", null, 0)),
                new Rule("无", true, ALWAYS, new Then(null, null, 0)));

        assertThat(faults.in(plan)).containsExactly("规则“退款”要转给的技能组已不存在", "规则“无”没有说明要做什么：请选技能组、级别或加减分");
        assertThat(faults.in(Plan.standard())).isEmpty();
    }

    @Test
    void a_day_is_not_both_closed_and_worked() {
        var day = LocalDate.of(2026, 10, 10);
        var shift = new Hours.Shift(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(18, 0));
        var hours = new Hours(List.of(shift), List.of(day), List.of(day));

        assertThat(faults.in(new Plan(Plan.standard().settings(), hours, List.of(), List.of(), List.of())))
                .containsExactly("“全体”有同一天既是休息日又是调休上班日");
    }

    private static Plan plan(Rule... rules) {
        return new Plan(
                Plan.standard().settings(),
                null,
                List.of(new Group("refunds", "退款组", null), new Group("others", "综合组", null)),
                List.of(rules),
                List.of());
    }

    private static Situation said(String words) {
        return new Situation(Code.WISH_FOR_HUMAN, Channel.WEB, 0, words, List.of(), Set.of(), Set.of());
    }

    private static StaffId staff() {
        return new StaffId(UUID.randomUUID());
    }

    private static Instant beijing(String local) {
        return Instant.parse(local + ":00Z").minusSeconds(8 * 3600L);
    }
}

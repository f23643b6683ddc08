package dev.yiwen.handoff.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.plan.Level;
import dev.yiwen.handoff.plan.Plan.Skills;
import dev.yiwen.handoff.plan.Wanted;
import dev.yiwen.identity.StaffId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final int WIDEN = 180;
    private static final Skills LIN = skills(Level.EXPERIENCED);
    private static final Skills WANG = skills(Level.EXPERIENCED);
    private static final Skills SENIOR = skills(Level.SENIOR);
    private static final Skills REFUNDS = skills(Level.NEWCOMER, "refunds");
    private static final Wanted ANYBODY = new Wanted(null, null, null, 50, List.of(), List.of());
    private static final Wanted A_SENIOR = new Wanted(null, Level.SENIOR, null, 70, List.of("愤怒"), List.of());
    private static final Wanted FOR_REFUNDS = new Wanted("refunds", null, null, 50, List.of("退款"), List.of());

    @Test
    void gives_each_in_turn_to_the_longest_idle() {
        var waiting = List.of(chat(ANYBODY), chat(ANYBODY), chat(ANYBODY));

        var matches = among(free(LIN), free(WANG)).match(waiting);

        assertThat(matches).extracting(Match::waiting).isEqualTo(waiting);
        assertThat(matches).extracting(Match::agent).containsExactly(LIN.agent(), WANG.agent(), LIN.agent());
    }

    @Test
    void fills_nobodys_hands_beyond_what_they_hold() {
        var matches = among(new Hands(LIN, "小林", 1, 0, 1, 3)).match(List.of(chat(ANYBODY), chat(ANYBODY)));

        assertThat(matches).hasSize(1);
    }

    @Test
    void asks_nobody_again_who_has_passed_it() {
        var passed = new Waiting(
                new ConversationId(UUID.randomUUID()), 1, Channel.WEB, ANYBODY, null, Set.of(LIN.agent()), 0, false);

        assertThat(among(free(LIN)).match(List.of(passed, chat(ANYBODY))))
                .hasSize(1)
                .allMatch(it -> !it.waiting().equals(passed));
    }

    @Test
    void asks_nobody_who_is_on_the_telephone() {
        var talking = new Hands(LIN, "小林", 0, 1, 0, 3);

        assertThat(among(talking).match(List.of(chat(ANYBODY), call()))).isEmpty();
    }

    @Test
    void whoever_was_promised_a_colleague_waits_for_that_colleague_while_they_are_there() {
        var promised = new Waiting(
                new ConversationId(UUID.randomUUID()),
                1,
                Channel.WEB,
                ANYBODY,
                WANG.agent(),
                Set.of(),
                10 * WIDEN,
                false);

        assertThat(among(free(LIN), new Hands(WANG, "小王", 3, 0, 0, 3)).match(List.of(promised)))
                .isEmpty();
        assertThat(among(free(LIN), free(WANG)).match(List.of(promised)))
                .extracting(Match::agent)
                .containsExactly(WANG.agent());
        assertThat(among(free(LIN)).match(List.of(promised)))
                .extracting(Match::agent)
                .containsExactly(LIN.agent());
    }

    @Test
    void lets_one_telephone_ring_at_once() {
        assertThat(among(free(LIN)).match(List.of(call(), call()))).hasSize(1);
    }

    @Test
    void leads_the_angry_to_a_senior_though_others_are_idle_longer() {
        var matches = among(free(LIN), free(SENIOR)).match(List.of(chat(A_SENIOR)));

        assertThat(matches).extracting(Match::agent).containsExactly(SENIOR.agent());
    }

    @Test
    void lets_them_wait_for_a_senior_who_is_busy_but_not_too_long() {
        var busy = new Hands(SENIOR, "王老师", 3, 0, 0, 3);

        assertThat(among(free(LIN), busy).match(List.of(chat(A_SENIOR)))).isEmpty();
        assertThat(among(free(LIN), busy).match(List.of(chat(A_SENIOR, WIDEN))))
                .extracting(Match::agent)
                .containsExactly(LIN.agent());
    }

    @Test
    void lets_others_stand_in_at_once_where_nobody_of_the_group_is_there() {
        assertThat(among(free(LIN)).match(List.of(chat(FOR_REFUNDS))))
                .extracting(Match::agent)
                .containsExactly(LIN.agent());
    }

    @Test
    void those_nobody_can_help_now_do_not_hold_up_those_behind() {
        var busy = new Hands(REFUNDS, "小何", 3, 0, 0, 3);
        var behind = chat(ANYBODY);

        assertThat(among(busy, free(LIN)).match(List.of(chat(FOR_REFUNDS), behind)))
                .extracting(Match::waiting)
                .containsExactly(behind);
    }

    @Test
    void says_of_each_why_not() {
        var matching = among(free(LIN), free(SENIOR), free(REFUNDS));

        assertThat(matching.verdict(free(LIN), chat(FOR_REFUNDS))).isEqualTo(Verdict.NOT_IN_GROUP);
        assertThat(matching.verdict(free(LIN), chat(A_SENIOR))).isEqualTo(Verdict.TOO_NEW);
        assertThat(matching.verdict(free(SENIOR), chat(A_SENIOR))).isEqualTo(Verdict.FITS);
        assertThat(matching.verdict(free(LIN), chat(A_SENIOR, WIDEN))).isEqualTo(Verdict.STANDS_IN);
    }

    private static Matching among(Hands... there) {
        return new Matching(WIDEN, List.of(there));
    }

    private static Skills skills(Level level, String... groups) {
        return new Skills(new StaffId(UUID.randomUUID()), level, Set.of(groups), Set.of("zh"), null);
    }

    private static Hands free(Skills skills) {
        return new Hands(skills, "某人", 0, 0, 0, 3);
    }

    private static Waiting chat(Wanted wanted) {
        return chat(wanted, 0);
    }

    private static Waiting chat(Wanted wanted, long seconds) {
        return new Waiting(
                new ConversationId(UUID.randomUUID()), 1, Channel.WEB, wanted, null, Set.of(), seconds, false);
    }

    private static Waiting call() {
        return new Waiting(new ConversationId(UUID.randomUUID()), 1, Channel.VOICE, ANYBODY, null, Set.of(), 0, false);
    }
}

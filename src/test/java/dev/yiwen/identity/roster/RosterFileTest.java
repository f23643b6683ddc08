package dev.yiwen.identity.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.identity.roster.Roster.Fault;
import dev.yiwen.identity.roster.Roster.Person;
import dev.yiwen.identity.roster.Roster.What;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RosterFileTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String TWO = "账号,姓名,角色\r\nli.qiang,李强,坐席\r\nZhao.Min , 赵敏 ,\"坐席、主管\"\r\n";
    private static final Map<String, Boolean> OWN =
            Map.of("AGENT", true, "EDITOR", true, "SUPERVISOR", true, "ADMIN", false, "质检员", true);
    private static final List<Person> PEOPLE = List.of(
            new Person(2, "li.qiang", "李强", Set.of("AGENT")),
            new Person(3, "zhao.min", "赵敏", Set.of("AGENT", "SUPERVISOR")));

    static Stream<byte[]> asSpreadsheetsWriteIt() {
        return Stream.of(
                TWO.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + TWO).getBytes(StandardCharsets.UTF_8),
                TWO.getBytes(GBK),
                TWO.replace(",", "\t").getBytes(GBK),
                TWO.replace(",", ";").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("asSpreadsheetsWriteIt")
    void reads_what_spreadsheets_write(byte[] file) {
        var roster = RosterFile.read(file, Set.of(), OWN);

        assertThat(roster.faults()).isEmpty();
        assertThat(roster.people()).isEqualTo(PEOPLE);
    }

    @Test
    void columns_may_be_named_in_english_and_stand_in_any_order() {
        var roster = read("Name,Roles,Team,Login", "赵敏,agent; Supervisor,A,zhao.min");

        assertThat(roster.faults()).isEmpty();
        assertThat(roster.people()).containsExactly(new Person(2, "zhao.min", "赵敏", Set.of("AGENT", "SUPERVISOR")));
    }

    @Test
    void own_roles_are_known_by_name_and_what_is_not_to_give_is_named() {
        var roster = read("账号,姓名,角色", "zhao.min,赵敏,坐席、质检员", "wang.fang,王芳,管理员");

        assertThat(roster.people().getFirst().roles()).containsExactlyInAnyOrder("AGENT", "质检员");
        assertThat(roster.faults()).containsExactly(new Fault(3, What.ROLE_NOT_YOURS, "管理员"));
    }

    @Test
    void each_faulty_line_is_named_with_what_is_wrong() {
        var roster = RosterFile.read(
                String.join(
                                "\n",
                                "账号,姓名,角色",
                                "li.qiang,李强,坐席",
                                "",
                                "李强,李强,坐席",
                                "li.qiang,李强,坐席",
                                "taken,王芳,坐席",
                                ",,",
                                "wang.fang,,老板",
                                "chen.jing")
                        .getBytes(StandardCharsets.UTF_8),
                Set.of("taken"),
                OWN);

        assertThat(roster.faults())
                .containsExactlyInAnyOrder(
                        new Fault(4, What.LOGIN_SHAPE, "李强"),
                        new Fault(5, What.LOGIN_TWICE, "li.qiang"),
                        new Fault(6, What.LOGIN_TAKEN, "taken"),
                        new Fault(8, What.ROLE_UNKNOWN, "老板"),
                        new Fault(8, What.NAME_MISSING, ""),
                        new Fault(9, What.ROLES_MISSING, ""),
                        new Fault(9, What.NAME_MISSING, ""));
    }

    @Test
    void lines_are_counted_as_an_editor_counts_them() {
        var roster = read("账号,姓名,角色", "li.qiang,\"李\n强\",坐席", "x,王芳,坐席");

        assertThat(roster.faults()).containsExactly(new Fault(4, What.LOGIN_SHAPE, "x"));
    }

    @Test
    void a_file_that_is_none_is_told_apart() {
        assertThat(faults(read("姓名,部门", "李强,一组"))).containsExactly(What.COLUMN_MISSING, What.COLUMN_MISSING);
        assertThat(faults(read("账号,姓名,角色"))).containsExactly(What.NOBODY);
        assertThat(faults(read(""))).containsExactly(What.NOBODY);
        assertThat(faults(read("账号,姓名,角色", "li.qiang,\"李强,坐席"))).containsExactly(What.BROKEN);
        assertThat(faults(RosterFile.read(new byte[] {'P', 'K', 3, 4, 0, 0}, Set.of(), OWN)))
                .containsExactly(What.WORKBOOK);
        assertThat(faults(RosterFile.read(new byte[] {(byte) 0xff, (byte) 0xff, 0, 1}, Set.of(), OWN)))
                .containsExactly(What.BROKEN);
    }

    @Test
    void more_than_can_be_made_at_once_are_refused_at_the_first_of_them() {
        var lines = IntStream.rangeClosed(1, Roster.MOST + 5)
                .mapToObj(i -> "agent" + i + ",坐席" + i + ",坐席")
                .collect(Collectors.joining("\n"));

        assertThat(read("账号,姓名,角色", lines).faults())
                .containsExactly(new Fault(Roster.MOST + 2, What.TOO_MANY, String.valueOf(Roster.MOST)));
    }

    private static Roster read(String... lines) {
        return RosterFile.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), Set.of(), OWN);
    }

    private static List<What> faults(Roster roster) {
        return roster.faults().stream().map(Fault::what).toList();
    }
}

package dev.yiwen.identity.roster;

import dev.yiwen.identity.role.RoleName;
import dev.yiwen.identity.roster.Roster.Fault;
import dev.yiwen.identity.roster.Roster.Person;
import dev.yiwen.identity.roster.Roster.What;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file of login, name and roles, with columns named in Chinese or English in any order, and roles as well. */
final class RosterFile {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final int LONGEST_NAME = 64;

    /** As every ZIP file begins, and so every .xlsx; and as .xls does. */
    private static final List<String> WORKBOOKS = List.of("PK", "\u00D0\u00CF\u0011\u00E0");

    private enum Column {
        LOGIN("账号", "登录名", "login", "account"),
        NAME("姓名", "名字", "name"),
        ROLES("角色", "roles", "role");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    private final Set<String> taken;
    private final Map<String, Boolean> roles;
    private final Set<String> seen = new HashSet<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private RosterFile(Set<String> taken, Map<String, Boolean> roles) {
        this.taken = taken;
        this.roles = roles;
    }

    /**
     * @param taken logins that somebody has
     * @param roles by name, whether whoever brings the file may give it
     */
    static Roster read(byte[] file, Set<String> taken, Map<String, Boolean> roles) {
        var reader = new RosterFile(taken, roles);
        reader.read(file);
        return new Roster(reader.people, reader.faults);
    }

    private void read(byte[] file) {
        var text = RosterText.of(file);
        if (isWorkbook(file) || text.isEmpty()) {
            faults.add(new Fault(1, isWorkbook(file) ? What.WORKBOOK : What.BROKEN, ""));
        } else {
            read(text.get());
        }
    }

    private static boolean isWorkbook(byte[] file) {
        var start = new String(file, 0, Math.min(file.length, 4), java.nio.charset.StandardCharsets.ISO_8859_1);
        return WORKBOOKS.stream().anyMatch(start::startsWith);
    }

    private void read(String text) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreSurroundingSpaces(true)
                // Passed over here, so that the lines are counted right.
                .setIgnoreEmptyLines(false)
                .get();
        try (var parser = CSVParser.parse(text, format)) {
            records(text, parser);
        } catch (IOException | UncheckedIOException e) {
            var at = seen.isEmpty() && people.isEmpty() ? 1 : people.getLast().line() + 1;
            faults.add(new Fault(at, What.BROKEN, ""));
        }
    }

    private void records(String text, CSVParser parser) throws IOException {
        Map<Column, Integer> columns = null;
        for (var line : parser) {
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (columns == null) {
                columns = columns(line);
                if (columns.size() < Column.values().length) {
                    return;
                }
            } else if (people.size() + faults.size() > 2 * Roster.MOST) {
                break;
            } else {
                person(lineOf(text, line), line, columns);
            }
        }
        if (people.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(1, What.NOBODY, ""));
        }
        if (people.size() > Roster.MOST) {
            faults.addFirst(new Fault(people.get(Roster.MOST).line(), What.TOO_MANY, String.valueOf(Roster.MOST)));
        }
    }

    /** The one that the first line has most of: spreadsheets write semicolons in some countries, and tabs when asked. */
    private static String delimiter(String text) {
        var header = text.lines().filter(it -> !it.isBlank()).findFirst().orElse("");
        return List.of("\t", ";", ",").stream()
                .filter(header::contains)
                .findFirst()
                .orElse(",");
    }

    private Map<Column, Integer> columns(CSVRecord header) {
        var found = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            for (int i = 0; i < header.size(); i++) {
                if (column.names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                    found.putIfAbsent(column, i);
                }
            }
            if (!found.containsKey(column)) {
                faults.add(new Fault(1, What.COLUMN_MISSING, column.names.getFirst()));
            }
        }
        return found;
    }

    private void person(int line, CSVRecord fields, Map<Column, Integer> columns) {
        var login = value(fields, columns, Column.LOGIN).toLowerCase(Locale.ROOT);
        var name = value(fields, columns, Column.NAME);
        var roles = roles(line, value(fields, columns, Column.ROLES));
        login(line, login);
        if (name.isEmpty()) {
            faults.add(new Fault(line, What.NAME_MISSING, ""));
        } else if (name.length() > LONGEST_NAME) {
            faults.add(new Fault(line, What.NAME_LONG, name));
        }
        people.add(new Person(line, login, name, roles));
    }

    private void login(int line, String login) {
        if (login.isEmpty()) {
            faults.add(new Fault(line, What.LOGIN_MISSING, ""));
        } else if (!LOGIN.matcher(login).matches()) {
            faults.add(new Fault(line, What.LOGIN_SHAPE, login));
        } else if (!seen.add(login)) {
            faults.add(new Fault(line, What.LOGIN_TWICE, login));
        } else if (taken.contains(login)) {
            faults.add(new Fault(line, What.LOGIN_TAKEN, login));
        }
    }

    private Set<String> roles(int line, String text) {
        var found = new HashSet<String>();
        if (text.isEmpty()) {
            faults.add(new Fault(line, What.ROLES_MISSING, ""));
            return found;
        }
        for (var word : RoleName.BETWEEN.split(text)) {
            if (word.isEmpty()) {
                continue;
            }
            var role = RoleName.stored(word, roles.keySet());
            if (role.isEmpty()) {
                faults.add(new Fault(line, What.ROLE_UNKNOWN, word));
            } else if (!roles.getOrDefault(role.get(), false)) {
                faults.add(new Fault(line, What.ROLE_NOT_YOURS, word));
            } else {
                found.add(role.get());
            }
        }
        return found;
    }

    private static String value(CSVRecord fields, Map<Column, Integer> columns, Column column) {
        int index = Objects.requireNonNullElse(columns.get(column), Integer.MAX_VALUE);
        return index < fields.size() ? fields.get(index).strip() : "";
    }

    /** Where the record begins: one in quotation marks may take several lines. */
    private static int lineOf(String text, CSVRecord line) {
        return 1
                + (int) text.substring(0, (int) line.getCharacterPosition())
                        .chars()
                        .filter(it -> it == '\n')
                        .count();
    }
}

package dev.yiwen.identity.role;

import dev.yiwen.identity.Role;
import dev.yiwen.shared.Problem;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What roles are called: by the company, and in the files of accounts that it writes. */
public final class RoleName {
    /** What stands between two of them in one field of a file, and therefore in no name. */
    public static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；/|+]+");

    private static final Map<String, Role> BUILT_IN = Map.of(
            "坐席", Role.AGENT,
            "客服", Role.AGENT,
            "agent", Role.AGENT,
            "知识编辑", Role.EDITOR,
            "编辑", Role.EDITOR,
            "editor", Role.EDITOR,
            "主管", Role.SUPERVISOR,
            "supervisor", Role.SUPERVISOR,
            "管理员", Role.ADMIN,
            "admin", Role.ADMIN);

    private RoleName() {}

    /** As it is stored, however a person writes it; {@code own} are the names of the company's. */
    public static Optional<String> stored(String word, Collection<String> own) {
        var builtIn = BUILT_IN.get(word.toLowerCase(Locale.ROOT));
        return builtIn != null
                ? Optional.of(builtIn.name())
                : own.stream().filter(it -> it.equalsIgnoreCase(word)).findFirst();
    }

    /** For one of the company's own; {@code INVALID} for what could be mistaken for two, or for another. */
    public static String own(String written) {
        var name = written.strip();
        if (name.isEmpty()
                || BETWEEN.matcher(name).find()
                || name.codePoints().anyMatch(Character::isISOControl)
                || BUILT_IN.containsKey(name.toLowerCase(Locale.ROOT))) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "The name of a role has no spaces, commas or slashes, and is none of those that every installation has.");
        }
        return name;
    }
}

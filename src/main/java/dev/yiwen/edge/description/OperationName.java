package dev.yiwen.edge.description;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an operation is called.
 *
 * @param id unique and stable, such as {@code staffResetPassword}: generated programs have methods of that name
 * @param group such as {@code Staff}
 */
record OperationName(String id, String group, String summary) {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** @param made {@code StaffResource_resetPassword} */
    static OperationName of(String made) {
        int border = made.indexOf('_');
        if (border < 0) {
            // One that a resource has named itself.
            return new OperationName(made, spaced(made), spaced(made));
        }
        var group = made.substring(0, border).replaceFirst("Resource$", "");
        var method = made.substring(border + 1);
        return new OperationName(
                lower(group) + upper(method),
                spaced(group),
                spaced(method) + " (" + spaced(group).toLowerCase(Locale.ROOT) + ")");
    }

    private static String spaced(String name) {
        return upper(HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT));
    }

    private static String upper(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}

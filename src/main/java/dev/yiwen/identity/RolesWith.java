package dev.yiwen.identity;

/** For queries about staff: who may do something. */
public final class RolesWith {
    private RolesWith() {}

    /** The names of the roles with that right, an array: {@code roles && array(…)}. */
    public static String sql(Right right) {
        return "array(select name from staff_role where '" + right.name() + "' = any(rights))";
    }
}

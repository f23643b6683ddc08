package dev.yiwen.knowledge;

import dev.yiwen.identity.Staff;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, reviews or publishes.
 *
 * @param name as the history shows it for ever
 * @param staff null for an import, or for the service itself
 */
public record Editor(String name, @Nullable UUID staff) {

    public static Editor of(Staff staff) {
        return new Editor(staff.name(), staff.id().value());
    }

    public static Editor named(String name) {
        return new Editor(name, null);
    }

    public boolean wrote(Article revision) {
        return is(revision.author(), revision.life().authorId());
    }

    /** By the id; by the name, where one of them has none: who might be the same is taken for the same. */
    public boolean is(@Nullable String name, @Nullable UUID id) {
        return id != null && staff != null ? id.equals(staff) : this.name.equals(name);
    }
}

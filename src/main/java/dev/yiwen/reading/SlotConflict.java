package dev.yiwen.reading;

import java.util.List;

/**
 * A text asks for what another is not about.
 *
 * @param asked as it was asked for
 * @param known what the other is about instead
 */
public record SlotConflict(Slot.Kind kind, String asked, List<String> known) {
    public SlotConflict {
        known = List.copyOf(known);
    }
}

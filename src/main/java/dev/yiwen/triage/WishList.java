package dev.yiwen.triage;

import jakarta.inject.Singleton;
import java.util.List;

/** The editors' words for a wish, in the form of {@link Wording}, as this instance last read them. */
@Singleton
final class WishList {
    private volatile List<String> forms = List.of();

    void replace(List<String> read) {
        forms = List.copyOf(read);
    }

    List<CueList.Hit> hits(String wording) {
        return forms.stream()
                .filter(wording::contains)
                .map(it -> new CueList.Hit(it, 1, Sense.MEANT))
                .toList();
    }
}

package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.HomeZone;
import java.time.LocalDate;
import java.util.Set;

/** Who searches, and on which day: what is meant for others, or is not valid that day, is not found. */
public record Viewer(Set<Audience> audiences, LocalDate day) {

    public Viewer {
        audiences = Set.copyOf(audiences);
    }

    public static Viewer today(Set<Audience> audiences) {
        return new Viewer(audiences, HomeZone.today());
    }

    boolean sees(Passage passage) {
        return audiences.contains(passage.audience()) && isValid(passage);
    }

    boolean seesOnAnotherDay(Passage passage) {
        return audiences.contains(passage.audience()) && !isValid(passage);
    }

    private boolean isValid(Passage passage) {
        return (passage.validFrom() == null || !passage.validFrom().isAfter(day))
                && (passage.validTo() == null || !passage.validTo().isBefore(day));
    }

    String[] audienceNames() {
        return audiences.stream().map(Enum::name).toArray(String[]::new);
    }
}

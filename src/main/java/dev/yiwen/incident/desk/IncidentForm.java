package dev.yiwen.incident.desk;

import dev.yiwen.incident.IncidentScope;
import dev.yiwen.shared.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor declares.
 *
 * @param cause in the customers' words
 * @param words of the matter, as customers say it; there are some, or articles
 * @param eta when it will probably be over; null when nobody knows
 * @param drill shown to staff alone; stays as it was declared
 */
record IncidentForm(
        @NotNull @Min(1) @Max(2) Integer level,
        @NotBlank @Size(max = 200) String cause,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> regions,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> products,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 40) String> words,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 40) String> except,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 200) String> articles,
        boolean banner,
        boolean drill,
        @Nullable Instant eta) {

    /** What is said goes before punctuation of ours. */
    String causeSaid() {
        return cause.strip().replaceFirst("[。.！!；;，,]+$", "");
    }

    /** Fails with {@code INVALID} without anything that tells its matter, or for a single character that stands everywhere. */
    IncidentScope scope() {
        if (words.isEmpty() && articles.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "words or articles must tell what it is about");
        }
        if (words.stream()
                .anyMatch(it -> it.strip().codePointCount(0, it.strip().length()) < 2)) {
            throw new Problem(Problem.Kind.INVALID, "words need at least two letters or characters");
        }
        return new IncidentScope(clean(regions), clean(products), clean(words), clean(except), clean(articles));
    }

    private static List<String> clean(List<String> all) {
        return all.stream().map(String::strip).distinct().toList();
    }
}

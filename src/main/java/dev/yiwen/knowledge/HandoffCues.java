package dev.yiwen.knowledge;

import java.util.Optional;

/** What customers say that gets them a human before anything is looked up; {@code triage} implements it. */
public interface HandoffCues {

    /** The words in a question that would hand whoever asks it over at once; empty when nothing would. */
    Optional<String> in(String question);
}

package dev.yiwen.ticket;

import java.util.Locale;

/**
 * What a kind, a step or a field is called.
 *
 * @param english empty where nobody wrote one
 */
public record TicketLabel(String chinese, String english) {
    public TicketLabel {
        chinese = chinese == null ? "" : chinese.strip();
        english = english == null ? "" : english.strip();
    }

    public String in(Locale language) {
        return language.getLanguage().equals("zh") || english.isEmpty() ? chinese : english;
    }
}

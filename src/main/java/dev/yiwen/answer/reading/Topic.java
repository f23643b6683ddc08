package dev.yiwen.answer.reading;

/**
 * What was talked about: a question of the customer, and the answer that it got.
 *
 * @param seq the number of the customer's message
 * @param asked the customer's words
 * @param title the standard question that was answered; the customer's words when none was
 * @param article whose answer it was; empty when the bot asked back
 * @param answer its text; empty when the bot asked back
 */
public record Topic(long seq, String asked, String title, String article, String answer) {

    boolean answered() {
        return !article.isEmpty();
    }
}

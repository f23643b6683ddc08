package dev.yiwen.command.example;

/**
 * A published article that the invented conversations are about.
 *
 * @param slug {@code topic/name}
 * @param question its standard question
 * @param answer the beginning of its answer
 */
record ExampleArticle(String slug, int revision, String question, String answer) {
    String topic() {
        return slug.substring(0, Math.max(0, slug.indexOf('/')));
    }
}

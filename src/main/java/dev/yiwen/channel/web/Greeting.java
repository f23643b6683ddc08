package dev.yiwen.channel.web;

import dev.yiwen.brand.Brands;
import dev.yiwen.brand.ShownBrand;
import dev.yiwen.conversation.FileMessages;
import dev.yiwen.ticket.Promises;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** What a customer is told first. */
@Singleton
final class Greeting {
    private final Brands brands;
    private final Promises promises;
    private final FileMessages files;

    Greeting(Brands brands, Promises promises, FileMessages files) {
        this.brands = brands;
        this.promises = promises;
        this.files = files;
    }

    ChatFrame.Welcome of(ChatFrame.Resumed conversation) {
        var brand = brands.shown();
        return new ChatFrame.Welcome(
                conversation,
                assistant(brand.chinese()),
                brand.chinese().questions(),
                promises(Locale.CHINESE),
                files.botReads(),
                new ChatFrame.English(
                        assistant(brand.english()), brand.english().questions(), promises(Locale.ENGLISH)));
    }

    private List<ChatFrame.Promise> promises(Locale language) {
        return promises.all().stream()
                .map(it -> new ChatFrame.Promise(
                        it.kind(), it.label().in(language), it.words().in(language)))
                .toList();
    }

    private static ChatFrame.Assistant assistant(ShownBrand.Said brand) {
        return new ChatFrame.Assistant(brand.assistant(), brand.label(), brand.greeting());
    }
}

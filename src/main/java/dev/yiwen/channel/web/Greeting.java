package dev.yiwen.channel.web;

import dev.yiwen.brand.Brands;
import dev.yiwen.brand.ShownBrand;
import dev.yiwen.shared.Translation;
import dev.yiwen.ticket.Promises;
import jakarta.inject.Singleton;

/** What a customer is told first. */
@Singleton
final class Greeting {
    private final Brands brands;
    private final Promises promises;

    Greeting(Brands brands, Promises promises) {
        this.brands = brands;
        this.promises = promises;
    }

    ChatFrame.Welcome of(ChatFrame.Resumed conversation) {
        var brand = brands.shown();
        var promised = promises.all().entrySet().stream()
                .map(it -> new ChatFrame.Promise(it.getKey(), it.getValue()))
                .toList();
        return new ChatFrame.Welcome(
                conversation,
                assistant(brand.chinese()),
                brand.chinese().questions(),
                promised,
                new ChatFrame.English(
                        assistant(brand.english()),
                        brand.english().questions(),
                        promised.stream()
                                .map(it -> new ChatFrame.Promise(
                                        it.kind(),
                                        Translation.english(it.words()).orElse(it.words())))
                                .toList()));
    }

    private static ChatFrame.Assistant assistant(ShownBrand.Said brand) {
        return new ChatFrame.Assistant(brand.assistant(), brand.label(), brand.greeting());
    }
}

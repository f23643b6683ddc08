package dev.yiwen.channel.wechat.kf;

import org.jspecify.annotations.Nullable;

/**
 * Who serves a customer of WeCom's customer service, by the platform's numbers (developer.work.weixin.qq.com, path 94698).
 * The bot and our agents speak through the interface, which is allowed in the first two alone.
 */
public sealed interface ServiceState {

    /** New, or over and begun anew. */
    record Untreated() implements ServiceState {}

    /** Served through the interface. */
    record WithAssistant() implements ServiceState {}

    /** Waits for a person in WeCom. */
    record InPool() implements ServiceState {}

    /** @param servicer a person in WeCom's client, by their id there */
    record WithServicer(@Nullable String servicer) implements ServiceState {}

    record Closed() implements ServiceState {}

    /** One that is not known counts as new: the platform says so itself when it is not. */
    static ServiceState of(int number, @Nullable String servicer) {
        return switch (number) {
            case 1 -> new WithAssistant();
            case 2 -> new InPool();
            case 3 -> new WithServicer(servicer);
            case 4 -> new Closed();
            default -> new Untreated();
        };
    }

    static int number(ServiceState state) {
        return switch (state) {
            case Untreated it -> 0;
            case WithAssistant it -> 1;
            case InPool it -> 2;
            case WithServicer it -> 3;
            case Closed it -> 4;
        };
    }

    /** Whether people in WeCom have, or are about to have, the customer: then the bot is silent. */
    static boolean ofWeCom(ServiceState state) {
        return switch (state) {
            case Untreated it -> false;
            case WithAssistant it -> false;
            case InPool it -> true;
            case WithServicer it -> true;
            case Closed it -> false;
        };
    }
}

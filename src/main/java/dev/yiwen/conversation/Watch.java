package dev.yiwen.conversation;

/** A running subscription to a conversation; see {@link Delivery#watch}. */
public interface Watch extends AutoCloseable {

    /** Stops it: nothing is pushed afterwards. */
    @Override
    void close();
}

package dev.yiwen.conversation;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Recognises what is said in a voice message. A port: whoever has a recogniser implements it. */
public interface VoiceWords {

    /** Whether voices of that kind can be recognised here. */
    boolean hears(String mediaType);

    /** Empty when nothing was recognised; never fails. */
    Uni<Optional<String>> of(String mediaType, byte[] content);
}

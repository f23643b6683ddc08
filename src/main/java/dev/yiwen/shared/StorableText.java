package dev.yiwen.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Text that PostgreSQL refuses comes from no keyboard. In whatever JSON it stands, NUL goes and half of a surrogate pair
 * becomes U+FFFD before anybody reads it, so that a note, a name or a telephone number is never a fault of the server.
 */
@Singleton
public final class StorableText implements ObjectMapperCustomizer {
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("storable-text").addDeserializer(String.class, new Reader()));
    }

    /** The text as it can be kept: for what comes by another way than JSON. */
    public static String of(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        return text.codePoints()
                .filter(c -> c != 0)
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT_CHARACTER : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static final class Reader extends StringDeserializer {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
                throws java.io.IOException {
            var text = super.deserialize(parser, context);
            return text == null ? null : of(text);
        }
    }
}

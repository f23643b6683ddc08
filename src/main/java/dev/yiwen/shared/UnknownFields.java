package dev.yiwen.shared;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.lang.reflect.Type;
import java.util.function.BiFunction;

/** For bodies that programs of others write: a misspelt field is refused, with its name, rather than ignored. */
public final class UnknownFields {
    private UnknownFields() {}

    /** Names it with {@code @CustomDeserialization} on a method of a resource. */
    public static final class Refused implements BiFunction<ObjectMapper, Type, ObjectReader> {
        @Override
        public ObjectReader apply(ObjectMapper mapper, Type type) {
            return mapper.readerFor(mapper.constructType(type)).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        }
    }
}

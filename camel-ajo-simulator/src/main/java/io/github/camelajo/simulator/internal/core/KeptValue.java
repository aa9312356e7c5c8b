package io.github.camelajo.simulator.internal.core;

import java.util.function.Consumer;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A part of the state that is a single value, such as a setting of a service. The functions of the owner guard it.
 *
 * @param check throws an {@link IllegalArgumentException} if a loaded value cannot be used
 */
public record KeptValue<T>(
        String name, Class<T> type, Codec codec, Supplier<T> getter, Consumer<T> setter, Consumer<T> check)
        implements Kept {

    public KeptValue(String name, Class<T> type, Codec codec, Supplier<T> getter, Consumer<T> setter) {
        this(name, type, codec, getter, setter, value -> {});
    }

    /** Returns the same part, with a check of values that are loaded. */
    public KeptValue<T> checked(Consumer<T> newCheck) {
        return new KeptValue<>(name, type, codec, getter, setter, newCheck);
    }

    @Override
    public JsonNode save() {
        return codec.write(getter.get());
    }

    @Override
    public Runnable load(JsonNode saved) {
        T value = codec.read(saved, type);
        check.accept(value);
        return () -> setter.accept(value);
    }
}

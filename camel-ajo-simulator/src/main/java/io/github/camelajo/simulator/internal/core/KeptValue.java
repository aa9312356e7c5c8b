package io.github.camelajo.simulator.internal.core;

import java.util.function.Consumer;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

/** A part of the state that is a single value, such as a setting of a service. The functions of the owner guard it. */
public record KeptValue<T>(String name, Class<T> type, Codec codec, Supplier<T> getter, Consumer<T> setter)
        implements Kept {

    @Override
    public JsonNode save() {
        return codec.write(getter.get());
    }

    @Override
    public Runnable load(JsonNode saved) {
        T value = codec.read(saved, type);
        return () -> setter.accept(value);
    }
}

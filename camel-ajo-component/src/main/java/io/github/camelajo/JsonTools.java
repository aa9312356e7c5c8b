package io.github.camelajo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.answer.ExactDecimals;
import io.github.camelajo.internal.request.BodyReader;
import io.github.camelajo.internal.request.RequestBodies;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.support.service.ServiceHelper;

/**
 * The JSON mapper and the body readers and writers of a component. Created on first use; until then its options may
 * change.
 */
final class JsonTools {

    private final AjoComponent component;
    // Asked for each bean in a body; the registry of converters looks through all that could fit.
    private final Map<Class<?>, Boolean> buffers = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private JacksonDataFormat dataFormat;
    private volatile Tools tools;

    JsonTools(AjoComponent component) {
        this.component = component;
    }

    private record Tools(ObjectMapper mapper, RequestBodies bodies) {}

    ObjectMapper mapper() {
        return tools().mapper();
    }

    /** One for all endpoints, because it remembers how records and beans are written. */
    RequestBodies bodies() {
        return tools().bodies();
    }

    private Tools tools() {
        Tools known = tools;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            if (tools == null) {
                ObjectMapper given = component.getObjectMapper();
                ObjectMapper mapper = given == null ? camelMapper() : given;
                tools = new Tools(mapper, new RequestBodies(mapper, this::isBuffer));
            }
            return tools;
        } finally {
            lock.unlock();
        }
    }

    private boolean isBuffer(Class<?> type) {
        return buffers.computeIfAbsent(type, unknown -> BodyReader.isBuffer(component.getCamelContext(), unknown));
    }

    /** Camel Jackson's own, or the one of the registry that Camel Jackson finds when it is told to look. */
    private ObjectMapper camelMapper() {
        shutdown();
        dataFormat = new JacksonDataFormat();
        dataFormat.setAutoDiscoverObjectMapper(component.isAutoDiscoverObjectMapper());
        dataFormat.setCamelContext(component.getCamelContext());
        ServiceHelper.startService(dataFormat);
        ObjectMapper found = dataFormat.getObjectMapper();
        // A copy: a mapper of the application must not change, and fields that Adobe adds one day must not break a
        // route.
        return found.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .registerModule(ExactDecimals.module());
    }

    /** An option has changed. */
    void forget() {
        tools = null;
    }

    void shutdown() {
        ServiceHelper.stopAndShutdownServices(dataFormat);
        dataFormat = null;
    }
}

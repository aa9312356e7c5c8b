package io.github.camelajo.simulator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.Grants;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.KeptValue;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.SimulatorClock;
import io.github.camelajo.simulator.internal.login.TokenStore;
import io.github.camelajo.simulator.internal.server.Dispatcher;

/**
 * The whole state as one JSON document, without the recorded requests. It contains no secret and no token. Of tokens it
 * has digests only, so that tokens that clients hold stay valid.
 */
final class Snapshots {

    /** Incremented with each change of the format that an older simulator cannot read. */
    static final int VERSION = 1;

    static final String FORMAT = "camel-ajo-simulator-state";

    private static final String GENERAL = "general";

    private final SimulatorClock clock;
    private final Services services;
    private final Dispatcher dispatcher;
    private final List<Kept> general;

    Snapshots(SimulatorClock clock, TokenStore tokens, Grants grants, Services services, Dispatcher dispatcher) {
        this.clock = clock;
        this.services = services;
        this.dispatcher = dispatcher;
        Codec codec = services.codec();
        general = List.of(
                new KeptValue<>("clock-shift", Duration.class, codec, clock::shift, clock::shift),
                new KeptValue<>(
                                "permissions",
                                String[].class,
                                codec,
                                () -> grants.granted().toArray(new String[0]),
                                names -> grants.replace(List.of(names)))
                        .checked(names -> Arrays.asList(names).forEach(Grants::known)),
                new KeptValue<>(
                        "jobs", Jobs.Settings.class, codec, services.jobs()::settings, services.jobs()::settings),
                new KeptValue<>("tokens", TokenStore.Digest[].class, codec, tokens::digests, tokens::restore)
                        .checked(Snapshots::requireNoGap),
                faults("api-faults", dispatcher.api, codec),
                faults("token-faults", dispatcher.login, codec),
                latency("api-latency", dispatcher.api, codec),
                latency("token-latency", dispatcher.login, codec));
    }

    private static Kept faults(String name, Dispatcher.Lane lane, Codec codec) {
        return new KeptValue<>(
                        name,
                        Fault[].class,
                        codec,
                        () -> lane.faults.pending().toArray(new Fault[0]),
                        lane.faults::replace)
                .checked(Snapshots::requireNoGap);
    }

    private static Kept latency(String name, Dispatcher.Lane lane, Codec codec) {
        return new KeptValue<>(name, Duration.class, codec, lane.latency::get, lane.latency::set)
                .checked(Snapshots::requireNotNegative);
    }

    private static void requireNoGap(Object[] values) {
        if (Arrays.asList(values).contains(null)) {
            throw new IllegalArgumentException("An entry must not be null");
        }
    }

    private static void requireNotNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A duration must not be negative: " + duration);
        }
    }

    /** Returns the state at one moment between two calls. */
    ObjectNode take() {
        ObjectNode whole = Json.object()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("simulator", Release.version())
                .put("savedAt", clock.instant().toString());
        dispatcher.exclusively(() -> {
            save(whole.putObject(GENERAL), general);
            ObjectNode byService = whole.putObject("services");
            services.all().forEach(service -> save(byService.putObject(service.name()), service.holdings()));
        });
        return whole;
    }

    private static void save(ObjectNode into, List<Kept> parts) {
        parts.forEach(part -> into.set(part.name(), part.save()));
    }

    /**
     * Replaces the current state, completely or not at all.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    void restore(JsonNode whole) {
        if (!FORMAT.equals(whole.path("format").asText())) {
            throw new IllegalArgumentException("This is not a state of a simulator: 'format' must be '" + FORMAT + "'");
        }
        if (!whole.path("version").isInt() || whole.path("version").asInt() < 1) {
            throw new IllegalArgumentException("'version' must be a whole number from 1 to " + VERSION);
        }
        if (whole.path("version").asInt() > VERSION) {
            throw new IllegalArgumentException("The state has version "
                    + whole.path("version").asInt() + " and was saved by a newer simulator ("
                    + whole.path("simulator").asText("unknown") + "); this one reads versions up to " + VERSION);
        }
        List<Runnable> steps = new ArrayList<>();
        load(GENERAL, whole.path(GENERAL), general, steps);
        JsonNode byService = whole.path("services");
        requireNames(
                "services",
                byService,
                services.all().stream().map(ApiService::name).toList());
        services.all()
                .forEach(service -> load(service.name(), byService.path(service.name()), service.holdings(), steps));
        dispatcher.exclusively(() -> {
            steps.forEach(Runnable::run);
            services.all().forEach(ApiService::loaded);
        });
    }

    private static void load(String owner, JsonNode saved, List<Kept> parts, List<Runnable> steps) {
        requireNames(owner, saved, parts.stream().map(Kept::name).toList());
        for (Kept part : parts) {
            try {
                steps.add(part.load(saved.path(part.name())));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "'" + owner + "/" + part.name() + "' of the state cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private static void requireNames(String owner, JsonNode saved, List<String> names) {
        Set<String> missing = new TreeSet<>(names);
        Set<String> unknown = new TreeSet<>();
        saved.fieldNames().forEachRemaining(name -> {
            if (!missing.remove(name)) {
                unknown.add(name);
            }
        });
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + owner + "' of the state must have exactly the fields " + new TreeSet<>(names) + "; "
                            + (missing.isEmpty() ? "unknown: " + unknown : "missing: " + missing));
        }
    }

    /** Writes the state so that either the old or the complete new file exists, even after a power failure. */
    void save(Path file) throws IOException {
        byte[] bytes = Json.bytes(take());
        Path target = file.toAbsolutePath();
        Path fresh = Files.createTempFile(target.getParent(), target.getFileName() + "-", ".tmp");
        try {
            Files.write(fresh, bytes);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** @throws IllegalArgumentException that names the file and says what is wrong with it */
    void load(Path file) throws IOException {
        try {
            restore(Json.parse(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The state file " + file + " is broken: it is not valid JSON (" + e.getOriginalMessage() + ")", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The state file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Returns the admin calls for the state. The file is {@code null} if none was given at the start. */
    List<AdminCall> calls(Path file) {
        ObjectNode form = AdminSchemas.schema("""
                {"type": "object", "required": ["format", "version", "general", "services"]}""");
        return List.of(
                AdminCall.get(
                        "snapshot",
                        "The whole state, without the recorded requests.",
                        form,
                        given -> Reply.json(200, take())),
                AdminCall.of(
                                "PUT",
                                "snapshot",
                                "Replaces the current state with one from `GET snapshot`, completely or not at all.",
                                AdminSchemas.done(),
                                given -> {
                                    restore(given.body());
                                    return AdminSchemas.done("snapshot");
                                })
                        .body(new AdminCall.Body(null)),
                AdminCall.of(
                        "POST",
                        "save-state",
                        "Saves the state to the file of `--state` now.",
                        AdminSchemas.done(),
                        given -> {
                            saveTo(file);
                            return AdminSchemas.done("save-state");
                        }));
    }

    private void saveTo(Path file) {
        if (file == null) {
            throw new AdminCall.Refused(409, "There is no file to save to: start the simulator with --state FILE");
        }
        try {
            save(file);
        } catch (IOException e) {
            throw new AdminCall.Refused(500, "The state cannot be saved: " + e);
        }
    }
}

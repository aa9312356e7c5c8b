package io.github.camelajo.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ServiceOptions;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;

/** Collects the settings of a simulator; every one has a default. */
public final class AjoSimulatorBuilder {

    private String host = "127.0.0.1";
    private int port;
    private Path stateFile;
    private long seed = 42;
    private String clientId = "sim-client-4f2d9c7e1b3a4d58";
    private String clientSecret = "sim-secret-p8XvQ2mLr7TzK0cWbN5y";
    private String secondaryClientSecret;
    private final Map<String, String> otherClients = new LinkedHashMap<>();
    private String organizationId = "7C3E1A9B5D2F4860A1B2C3D4@AdobeOrg";
    private InstantSource clock = Clock.systemUTC();
    private Duration tokenLifetime = Duration.ofSeconds(86_399);
    private int journeys = 250;
    private int threads = 350;
    private Set<String> permissions = Set.copyOf(Permissions.all());
    private boolean scopesChecked;
    private Set<String> adminHosts = Set.of();
    private Duration jobStep = Duration.ZERO;
    private int campaigns = 60;
    private int suppressionEntries = 45;
    private boolean repeatedRequestIdsIgnored;

    AjoSimulatorBuilder() {}

    /**
     * Address to listen on; {@code 127.0.0.1} by default, so that only this machine can reach the simulator. With
     * {@code 0.0.0.0} everybody on the network can call it, and admin calls need no login.
     */
    public AjoSimulatorBuilder host(String newHost) {
        this.host = Objects.requireNonNull(newHost);
        return this;
    }

    /** The file of the admin call {@code save-state}; none by default. It is not read: see {@link AjoSimulator#loadState}. */
    public AjoSimulatorBuilder stateFile(Path newStateFile) {
        this.stateFile = newStateFile;
        return this;
    }

    /** Port to listen on; 0, the default, takes a free one. */
    public AjoSimulatorBuilder port(int newPort) {
        this.port = newPort;
        return this;
    }

    /** Seed of the invented data. */
    public AjoSimulatorBuilder seed(long newSeed) {
        this.seed = newSeed;
        return this;
    }

    public AjoSimulatorBuilder clientId(String newClientId) {
        this.clientId = Objects.requireNonNull(newClientId);
        return this;
    }

    public AjoSimulatorBuilder clientSecret(String newClientSecret) {
        this.clientSecret = Objects.requireNonNull(newClientSecret);
        return this;
    }

    /** A second secret that is good as well, as during a rotation; none by default. */
    public AjoSimulatorBuilder secondaryClientSecret(String newSecondaryClientSecret) {
        this.secondaryClientSecret = newSecondaryClientSecret;
        return this;
    }

    /** A further client of the same organisation; its tokens do not go with the first client's API key. */
    public AjoSimulatorBuilder otherClient(String otherClientId, String otherClientSecret) {
        otherClients.put(otherClientId, otherClientSecret);
        return this;
    }

    /** Organisation id; must end in {@code @AdobeOrg} to be accepted in calls. */
    public AjoSimulatorBuilder organizationId(String newOrganizationId) {
        this.organizationId = Objects.requireNonNull(newOrganizationId);
        return this;
    }

    /** Source of time for token expiry and time stamps; the system clock by default. */
    public AjoSimulatorBuilder clock(InstantSource newClock) {
        this.clock = Objects.requireNonNull(newClock);
        return this;
    }

    /** How long a token is good; answered in whole seconds. Default 86399 s, as Adobe's. */
    public AjoSimulatorBuilder tokenLifetime(Duration newTokenLifetime) {
        this.tokenLifetime = Objects.requireNonNull(newTokenLifetime);
        return this;
    }

    /** Number of journeys per sandbox; unless it is 0, one is that of the published sample challenge of loyalty. */
    public AjoSimulatorBuilder journeys(int newJourneys) {
        this.journeys = newJourneys;
        return this;
    }

    /** Threads of the HTTP server; a call under latency holds one. The default is enough for 300 calls at a time. */
    public AjoSimulatorBuilder threads(int newThreads) {
        this.threads = newThreads;
        return this;
    }

    /**
     * The permissions the role of the credential has, on all sandboxes; all of {@link Permissions} by default. See
     * {@link AjoSimulator#revokePermission} for single ones.
     */
    public AjoSimulatorBuilder permissions(Collection<String> newPermissions) {
        this.permissions = Set.copyOf(newPermissions);
        return this;
    }

    /**
     * Whether changes of the suppression lists need the scopes that a project with the Journey Optimizer API shows for
     * them. Off by default: Adobe does not say what these scopes are for.
     */
    public AjoSimulatorBuilder scopesChecked(boolean newScopesChecked) {
        this.scopesChecked = newScopesChecked;
        return this;
    }

    /**
     * How long a job stays in each of its states, by the simulator's clock. Zero, the default, moves a job one state
     * with every look at it, and to its end after a minute.
     */
    public AjoSimulatorBuilder jobStep(Duration newJobStep) {
        this.jobStep = Objects.requireNonNull(newJobStep);
        return this;
    }

    /** Number of invented campaigns per sandbox, besides the well-known ones and those inside journeys. */
    public AjoSimulatorBuilder campaigns(int newCampaigns) {
        this.campaigns = newCampaigns;
        return this;
    }

    /** Number of suppressed addresses per sandbox; they are made up when they are read, so millions cost nothing. */
    public AjoSimulatorBuilder suppressionEntries(int newSuppressionEntries) {
        this.suppressionEntries = newSuppressionEntries;
        return this;
    }

    /**
     * Answers a trigger call with a repeated {@code x-request-id} header with 202 without sending anything, as a
     * withdrawn text of Adobe had it. Off by default.
     */
    public AjoSimulatorBuilder repeatedRequestIdsIgnored(boolean newRepeatedRequestIdsIgnored) {
        this.repeatedRequestIdsIgnored = newRepeatedRequestIdsIgnored;
        return this;
    }

    /**
     * Further host names under which admin calls are taken, without port: those of a proxy before the simulator, for
     * example. Addresses, {@code localhost}, names without a dot and names below {@code .localhost}, {@code .internal},
     * {@code .test} and {@code .cluster.local} need not be named. All others are refused, because a page from anywhere
     * could use them in the browser of somebody who runs a simulator.
     */
    public AjoSimulatorBuilder adminHosts(Collection<String> newAdminHosts) {
        this.adminHosts = newAdminHosts.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /** A simulator that does not listen yet. */
    public AjoSimulator build() {
        return new AjoSimulator(new SimulatorOptions(
                host,
                port,
                seed,
                clientId,
                clientSecret,
                secondaryClientSecret,
                otherClients,
                organizationId,
                clock,
                tokenLifetime,
                journeys,
                threads,
                permissions,
                scopesChecked,
                adminHosts,
                stateFile,
                new ServiceOptions(jobStep, campaigns, suppressionEntries, repeatedRequestIdsIgnored)));
    }

    /** Builds the simulator and starts it. */
    public AjoSimulator start() {
        return build().start();
    }
}

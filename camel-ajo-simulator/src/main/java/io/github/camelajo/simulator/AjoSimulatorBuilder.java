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

/** Builds a simulator. Every setting has a default. */
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
     * Sets the address to listen on. By default it is {@code 127.0.0.1}, which only this machine can reach. With
     * {@code 0.0.0.0} everybody on the network can call the simulator, and admin calls need no login.
     */
    public AjoSimulatorBuilder host(String newHost) {
        this.host = Objects.requireNonNull(newHost);
        return this;
    }

    /**
     * Sets the file of the admin call {@code save-state}. There is none by default. The builder does not read the file:
     * see {@link AjoSimulator#loadState}.
     */
    public AjoSimulatorBuilder stateFile(Path newStateFile) {
        this.stateFile = newStateFile;
        return this;
    }

    /** Sets the port to listen on. 0, the default, selects a free one. */
    public AjoSimulatorBuilder port(int newPort) {
        this.port = newPort;
        return this;
    }

    /** Sets the seed of the generated data. The same seed gives the same data. */
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

    /** Sets a second secret that is accepted too, as during a rotation. There is none by default. */
    public AjoSimulatorBuilder secondaryClientSecret(String newSecondaryClientSecret) {
        this.secondaryClientSecret = newSecondaryClientSecret;
        return this;
    }

    /** Adds another client of the same organization. Its tokens do not fit the API key of the first client. */
    public AjoSimulatorBuilder otherClient(String otherClientId, String otherClientSecret) {
        otherClients.put(otherClientId, otherClientSecret);
        return this;
    }

    /** Sets the organization id. The gateway accepts only ids that end with {@code @AdobeOrg}. */
    public AjoSimulatorBuilder organizationId(String newOrganizationId) {
        this.organizationId = Objects.requireNonNull(newOrganizationId);
        return this;
    }

    /** Sets the clock for token expiry, jobs and time stamps. The system clock by default. */
    public AjoSimulatorBuilder clock(InstantSource newClock) {
        this.clock = Objects.requireNonNull(newClock);
        return this;
    }

    /** Sets the lifetime of tokens. Answers contain it in whole seconds. 86,399 seconds by default, as at Adobe. */
    public AjoSimulatorBuilder tokenLifetime(Duration newTokenLifetime) {
        this.tokenLifetime = Objects.requireNonNull(newTokenLifetime);
        return this;
    }

    /**
     * Sets the number of journeys in each sandbox. Unless it is 0, one of them is the journey of the published sample
     * challenge.
     */
    public AjoSimulatorBuilder journeys(int newJourneys) {
        this.journeys = newJourneys;
        return this;
    }

    /**
     * Sets the number of threads of the HTTP server. A delayed call occupies one. The default is enough for 300 calls
     * at a time.
     */
    public AjoSimulatorBuilder threads(int newThreads) {
        this.threads = newThreads;
        return this;
    }

    /**
     * Sets the permissions of the role of the credential, in all sandboxes. By default it has all of
     * {@link Permissions}. {@link AjoSimulator#revokePermission} removes a single one.
     */
    public AjoSimulatorBuilder permissions(Collection<String> newPermissions) {
        this.permissions = Set.copyOf(newPermissions);
        return this;
    }

    /**
     * Sets whether changes of the suppression lists need the scopes that projects with the Journey Optimizer API show
     * for them. Off by default, because Adobe does not say what these scopes are for.
     */
    public AjoSimulatorBuilder scopesChecked(boolean newScopesChecked) {
        this.scopesChecked = newScopesChecked;
        return this;
    }

    /**
     * Sets how long a job stays in each state, by the simulator's clock. With zero, the default, every poll moves a job
     * by one state, and a job ends after a minute.
     */
    public AjoSimulatorBuilder jobStep(Duration newJobStep) {
        this.jobStep = Objects.requireNonNull(newJobStep);
        return this;
    }

    /**
     * Sets the number of generated campaigns in each sandbox. The sample campaigns and those inside journeys are extra.
     */
    public AjoSimulatorBuilder campaigns(int newCampaigns) {
        this.campaigns = newCampaigns;
        return this;
    }

    /**
     * Sets the number of suppressed addresses in each sandbox. They are generated when they are read, so millions cost
     * nothing.
     */
    public AjoSimulatorBuilder suppressionEntries(int newSuppressionEntries) {
        this.suppressionEntries = newSuppressionEntries;
        return this;
    }

    /**
     * Sets whether a trigger call with a repeated {@code x-request-id} is answered with 202 and sends nothing, as
     * Adobe's documentation once said for a short time. Off by default.
     */
    public AjoSimulatorBuilder repeatedRequestIdsIgnored(boolean newRepeatedRequestIdsIgnored) {
        this.repeatedRequestIdsIgnored = newRepeatedRequestIdsIgnored;
        return this;
    }

    /**
     * Sets further host names for admin calls, without port, such as the name of a proxy. IP addresses,
     * {@code localhost}, names without a dot, and names below {@code .localhost}, {@code .internal}, {@code .test} and
     * {@code .cluster.local} are always accepted. Other names are refused, because a foreign web page could use them in
     * a browser on the same machine.
     */
    public AjoSimulatorBuilder adminHosts(Collection<String> newAdminHosts) {
        this.adminHosts = newAdminHosts.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /** Builds the simulator without starting it. */
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

    /** Builds and starts the simulator. */
    public AjoSimulator start() {
        return build().start();
    }
}

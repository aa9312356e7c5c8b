package io.github.camelajo;

import java.util.function.Supplier;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of the connection to Adobe: credentials, addresses and sandbox. */
@UriParams
abstract class ConnectionConfiguration {

    static final String DEFAULT_BASE_URL = "https://platform.adobe.io";
    static final String DEFAULT_EVENT_URL = "https://dcs.adobedc.net";
    static final String DEFAULT_TOKEN_ENDPOINT = "https://ims-na1.adobelogin.com/ims/token/v3";
    static final String DEFAULT_SCOPES =
            "openid,AdobeID,read_organizations,additional_info.projectedProductContext,session";

    @UriParam(label = "common")
    @Metadata(important = true)
    private String sandbox;

    @UriParam(label = "security")
    @Metadata(important = true)
    private String clientId;

    @UriParam(label = "security", secret = true)
    @Metadata(important = true)
    private String clientSecret;

    @UriParam(label = "security,advanced")
    private Supplier<String> clientSecretSupplier;

    @UriParam(label = "security,advanced", secret = true)
    private String secondaryClientSecret;

    @UriParam(label = "security")
    @Metadata(important = true)
    private String organizationId;

    @UriParam(label = "security", defaultValue = ConnectionConfiguration.DEFAULT_SCOPES)
    private String scopes;

    @UriParam(label = "advanced", defaultValue = ConnectionConfiguration.DEFAULT_BASE_URL)
    private String baseUrl;

    @UriParam(label = "event,advanced", defaultValue = ConnectionConfiguration.DEFAULT_EVENT_URL)
    private String eventUrl;

    @UriParam(label = "security,advanced", defaultValue = ConnectionConfiguration.DEFAULT_TOKEN_ENDPOINT)
    private String tokenEndpoint;

    boolean hasClientId() {
        return given(clientId, null) != null;
    }

    /** Takes from another one what this one lacks. Blank counts as lacking. */
    void complete(ConnectionConfiguration theirs) {
        // Not the accessors: a default is no value of its own.
        clientId = given(clientId, theirs.clientId);
        if (given(clientSecret, null) == null && clientSecretSupplier == null) {
            clientSecret = theirs.clientSecret;
            clientSecretSupplier = theirs.clientSecretSupplier;
        }
        secondaryClientSecret = given(secondaryClientSecret, theirs.secondaryClientSecret);
        organizationId = given(organizationId, theirs.organizationId);
        scopes = given(scopes, theirs.scopes);
        baseUrl = given(baseUrl, theirs.baseUrl);
        eventUrl = given(eventUrl, theirs.eventUrl);
        tokenEndpoint = given(tokenEndpoint, theirs.tokenEndpoint);
        sandbox = given(sandbox, theirs.sandbox);
    }

    private static String given(String own, String otherwise) {
        return own == null || own.isBlank() ? otherwise : own;
    }

    public String getSandbox() {
        return sandbox;
    }

    /**
     * Name of the Adobe sandbox to work in: a partition with its own data, such as prod or dev. Use the name in lower
     * case, not the title and not the UUID. Set it here or on the component, because Adobe would use the production
     * sandbox without it.
     */
    public void setSandbox(String sandbox) {
        this.sandbox = sandbox;
    }

    public String getClientId() {
        return clientId;
    }

    /**
     * Client ID of the OAuth Server-to-Server credential, as shown in the Adobe Developer Console. It is also sent as
     * the API key.
     */
    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    /**
     * Client secret of the OAuth Server-to-Server credential, as shown in the Adobe Developer Console. It is sent only
     * to the token endpoint, never to Journey Optimizer.
     */
    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public Supplier<String> getClientSecretSupplier() {
        return clientSecretSupplier;
    }

    /**
     * Supplies the client secret in place of the option clientSecret. It is called for every token request, so a
     * secret can be changed in a vault without a restart.
     */
    public void setClientSecretSupplier(Supplier<String> clientSecretSupplier) {
        this.clientSecretSupplier = clientSecretSupplier;
    }

    public String getSecondaryClientSecret() {
        return secondaryClientSecret;
    }

    /**
     * Second client secret, tried once when the first one is refused. It lets you rotate secrets without downtime:
     * Adobe allows two secrets for each credential.
     */
    public void setSecondaryClientSecret(String secondaryClientSecret) {
        this.secondaryClientSecret = secondaryClientSecret;
    }

    public String getOrganizationId() {
        return organizationId;
    }

    /**
     * ID of your organization at Adobe, as shown in the Adobe Developer Console: 24 characters, an at sign, and
     * AdobeOrg.
     */
    public void setOrganizationId(String organizationId) {
        this.organizationId = organizationId;
    }

    public String getScopes() {
        return scopes == null ? DEFAULT_SCOPES : scopes;
    }

    /**
     * OAuth scopes of the credential, separated by commas. The page of the credential in the Adobe Developer Console
     * lists them; the default fits most credentials.
     */
    public void setScopes(String scopes) {
        this.scopes = scopes;
    }

    public String getBaseUrl() {
        return baseUrl == null ? DEFAULT_BASE_URL : baseUrl;
    }

    /**
     * Address of Journey Optimizer. Change it only for your own gateway or a simulator. It must use https, except for
     * a simulator on this machine.
     */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getEventUrl() {
        return eventUrl == null ? DEFAULT_EVENT_URL : eventUrl;
    }

    /**
     * Address that events are sent to: a host, or the full address of an inlet. It must use https, except for a
     * simulator on this machine.
     */
    public void setEventUrl(String eventUrl) {
        this.eventUrl = eventUrl;
    }

    public String getTokenEndpoint() {
        return tokenEndpoint == null ? DEFAULT_TOKEN_ENDPOINT : tokenEndpoint;
    }

    /**
     * Address that access tokens are requested from. Change it only for your own gateway or a simulator. It must use
     * https, except for a simulator on this machine.
     */
    public void setTokenEndpoint(String tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }
}

package io.github.camelajo;

import io.github.camelajo.result.StateConflict;
import io.github.camelajo.result.StateFormat;
import io.github.camelajo.result.StateMode;
import io.github.camelajo.result.StatePrune;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of the operations apply and export, which work on a desired state. */
@UriParams
abstract class StateConfiguration extends EventConfiguration {

    @UriParam(label = "state", defaultValue = "APPLY")
    private StateMode mode = StateMode.APPLY;

    @UriParam(label = "state", defaultValue = "true")
    private boolean deploy = true;

    @UriParam(label = "state", defaultValue = "true")
    private boolean publish = true;

    @UriParam(label = "state", defaultValue = "NONE")
    private StatePrune prune = StatePrune.NONE;

    @UriParam(label = "state", defaultValue = "FAIL")
    private StateConflict onConflict = StateConflict.FAIL;

    @UriParam(label = "state")
    private boolean reportFailures;

    @UriParam(label = "state")
    private String planFingerprint;

    @UriParam(label = "state", defaultValue = "false")
    private boolean allowEmpty;

    @UriParam(label = "state", defaultValue = "10")
    private int maxRemovals = 10;

    @UriParam(label = "state")
    private String kinds;

    @UriParam(label = "state")
    private StateFormat format;

    public StateMode getMode() {
        return mode;
    }

    /**
     * What the operation apply does: apply makes the objects match the body, plan writes nothing and answers with the
     * changes that apply would make.
     */
    public void setMode(StateMode mode) {
        this.mode = mode;
    }

    public boolean isDeploy() {
        return deploy;
    }

    /**
     * Whether the operation apply deploys capping and throttling configurations. Otherwise it only stores them. The
     * field deploy of an object overrides this for that object.
     */
    public void setDeploy(boolean deploy) {
        this.deploy = deploy;
    }

    public boolean isPublish() {
        return publish;
    }

    /**
     * Whether the operation apply publishes fragments, and waits until they are published. Otherwise it only stores
     * drafts. The field publish of an object overrides this for that object.
     */
    public void setPublish(boolean publish) {
        this.publish = publish;
    }

    public StatePrune getPrune() {
        return prune;
    }

    /**
     * What the operation apply does with objects that are not in the document: none leaves them alone, managed removes
     * those that an earlier document of the same name created. They are recognised by a mark in their description or
     * comment, so capping configurations are never removed. Fragments cannot be removed.
     */
    public void setPrune(StatePrune prune) {
        this.prune = prune;
    }

    public StateConflict getOnConflict() {
        return onConflict;
    }

    /**
     * What the operation apply does at the end when an object is ambiguous (several match, or somebody else changed
     * it) or impossible: fail ends the exchange with an exception, skip leaves the object alone. All other objects are
     * applied in both cases.
     */
    public void setOnConflict(StateConflict onConflict) {
        this.onConflict = onConflict;
    }

    public boolean isReportFailures() {
        return reportFailures;
    }

    /**
     * Whether the exchange continues when the operation apply fails for some objects, with the outcome of each object as its
     * body. Otherwise the exchange fails. Errors before the first write, such as a plan that differs from planFingerprint,
     * always fail it.
     */
    public void setReportFailures(boolean reportFailures) {
        this.reportFailures = reportFailures;
    }

    public String getPlanFingerprint() {
        return planFingerprint;
    }

    /**
     * The only plan that the operation apply may carry out: the fingerprint that a call with mode=plan returned in the
     * header CamelAjoPlanFingerprint. If the plan is another one, nothing is written and the exchange fails.
     */
    public void setPlanFingerprint(String planFingerprint) {
        this.planFingerprint = planFingerprint;
    }

    public boolean isAllowEmpty() {
        return allowEmpty;
    }

    /**
     * Whether the operation apply, with prune=managed, accepts a document that has no object of a kind. Otherwise it
     * refuses such a document, because an empty file looks the same.
     */
    public void setAllowEmpty(boolean allowEmpty) {
        this.allowEmpty = allowEmpty;
    }

    public int getMaxRemovals() {
        return maxRemovals;
    }

    /**
     * Maximum number of objects that the operation apply removes, with prune=managed. If there are more to remove,
     * nothing is written.
     */
    public void setMaxRemovals(int maxRemovals) {
        this.maxRemovals = maxRemovals;
    }

    public String getKinds() {
        return kinds;
    }

    /**
     * Kinds of objects that the operation export of ajo:state reads, separated by commas: fragment, template, capping,
     * throttling, suppressionAddress, suppressionDomain. The default is all. Addresses are personal data.
     */
    public void setKinds(String kinds) {
        this.kinds = kinds;
    }

    public StateFormat getFormat() {
        return format;
    }

    /**
     * Format of the answer of the operation export: yaml or json for text that can be kept in a repository. Without it
     * outputType decides, by default a Map.
     */
    public void setFormat(StateFormat format) {
        this.format = format;
    }
}

package io.github.camelajo;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelajo.result.OutputType;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/**
 * Options of {@code ajo:} endpoints. Set on the component they are what endpoints start from. Its superclasses have the options
 * of one subject each: Camel's build reads options of component and endpoint from one class and its superclasses.
 */
@UriParams
public class AjoConfiguration extends StateConfiguration implements Cloneable {

    @UriPath(
            enums = "capping,throttling,journey,connection,raw,campaign,message,suppression-address,"
                    + "suppression-domain,suppression-upload,suppression,template,fragment,simulation,"
                    + "dataset,orchestrated-campaign,loyalty-task,loyalty-challenge,loyalty-journey,"
                    + "loyalty-config,loyalty-reward-provider,loyalty-reward-definition,loyalty-reward-proxy,"
                    + "loyalty-reward-auth,loyalty-event,loyalty-product,event,sandbox,package,mtls-certificate,"
                    + "query-connection,state,outbox")
    @Metadata(required = true)
    private String api;

    @UriParam(
            label = "producer",
            enums = "list,create,get,update,delete,canDeploy,deploy,undeploy,verify,request,listVersions,"
                    + "getPackage,getMessage,getMessageVariant,listPublishNotifications,getWorkflow,"
                    + "listSurfaces,getSurface,triggerUnitary,triggerHighThroughput,triggerAudience,"
                    + "getExecution,getSchedule,deleteSchedule,health,add,deleteAll,patch,publish,getLive,"
                    + "getPublicationStatus,createProof,getProof,createPreview,validate,enable,getJob,"
                    + "trigger,unpublish,duplicate,archive,initialize,updateFromChallenge,getById,lookup,"
                    + "upload,searchLabels,listJobs,send,sendBatch,listAll,listTypes,promote,addArtifacts,"
                    + "removeArtifacts,listConflicts,checkPermissions,submitImport,listDependencies,"
                    + "getPayload,makePublic,apply,export")
    @Metadata(important = true)
    private String operation;

    @UriParam(label = "producer")
    @Metadata(important = true)
    private String id;

    @UriParam(label = "producer")
    private String type;

    @UriParam(label = "producer")
    private String channel;

    @UriParam(label = "producer")
    private String include;

    @UriParam(label = "producer")
    private Boolean forceDelete;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean answerPerRecipient;

    @UriParam(label = "producer,advanced")
    private String ifMatch;

    @UriParam(label = "producer,advanced", prefix = "param.", multiValue = true)
    private Map<String, Object> parameters = new LinkedHashMap<>();

    @UriParam(label = "producer", enums = "map,json,stream,pojo", defaultValue = "map")
    @Metadata(important = true)
    private OutputType outputType = OutputType.MAP;

    @UriParam(label = "producer,advanced", enums = "auto,always,never", defaultValue = "auto")
    private BodyCheck checkBody = BodyCheck.AUTO;

    @UriParam(label = "producer,security", defaultValue = "false")
    private boolean allowOperationHeader;

    @UriParam(label = "producer,security", defaultValue = "false")
    private boolean allowHeaderOverride;

    @UriParam(label = "producer,advanced", defaultValue = "false")
    private boolean strictHeaders;

    /** A copy that can be changed without changing this one. */
    public AjoConfiguration copy() {
        try {
            AjoConfiguration copy = (AjoConfiguration) clone();
            copy.parameters = new LinkedHashMap<>(parameters);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /**
     * A copy in which this one's values stand before those of another one. With a client ID of its own it takes nothing.
     * Blank counts as not given.
     */
    AjoConfiguration over(AjoConfiguration base) {
        AjoConfiguration copy = copy();
        copy.complete(hasClientId() ? new AjoConfiguration() : base);
        return copy;
    }

    public String getApi() {
        return api;
    }

    /**
     * The Journey Optimizer API to call. The most used ones: capping and throttling limit the calls that Journey
     * Optimizer makes to your systems, journey and campaign read what has been built, message sends campaigns,
     * suppression-address manages addresses that must not get messages, connection checks the credentials, and raw
     * makes any other call. Each API has its own operations: see the option operation.
     */
    public void setApi(String api) {
        this.api = api;
    }

    public String getOperation() {
        return operation;
    }

    /**
     * What to do with the API. capping, throttling: list, create, get, update, delete, canDeploy, deploy, undeploy,
     * apply, export. journey: list, get. campaign: list, get, listVersions, getPackage, getMessage, getMessageVariant,
     * listPublishNotifications, getWorkflow, listSurfaces, getSurface. message: triggerUnitary, triggerHighThroughput,
     * triggerAudience, getExecution, getSchedule, deleteSchedule, health. suppression-address, suppression-domain:
     * list, add, get, delete, apply, export. suppression-upload: create, list, get, delete. suppression: deleteAll. template: create,
     * list, get, update, patch, delete, apply, export. fragment: create, list, get, update, patch, publish, getLive,
     * getPublicationStatus, apply, export. simulation: createProof, getProof, createPreview. dataset: validate, enable, getJob.
     * orchestrated-campaign: trigger. loyalty-task: list, create, get, update, patch, delete. loyalty-challenge: list,
     * create, get, update, patch, delete, publish, unpublish, duplicate, archive, initialize. loyalty-journey: create,
     * updateFromChallenge, health. loyalty-config: get, create, update, delete, getById, patch.
     * loyalty-reward-provider, loyalty-reward-definition, loyalty-reward-proxy, loyalty-reward-auth, loyalty-event:
     * list, create, get, update, delete. loyalty-product: list, lookup, upload, get, searchLabels, listJobs, getJob.
     * event: send, sendBatch. sandbox: list, listAll, get, listTypes. package: promote, list, get, create,
     * addArtifacts, removeArtifacts, update, delete, publish, listConflicts, checkPermissions, submitImport,
     * listDependencies, getPayload, makePublic, listJobs, getJob. mtls-certificate: list. query-connection: get.
     * state: apply, export. connection: verify, and raw: request, need no operation in the URI.
     */
    public void setOperation(String operation) {
        this.operation = operation;
    }

    public String getId() {
        return id;
    }

    /**
     * Identifier of the object that the operation is about, for example the uid of a capping configuration, the id of
     * a journey version or an email address of the suppression list. Most operations that list or create need none.
     * The header CamelAjoId can give it for each message; the value in the URI wins, unless allowHeaderOverride is
     * set.
     */
    public void setId(String id) {
        this.id = id;
    }

    public String getType() {
        return type;
    }

    /**
     * Selects the list for suppression-address and suppression-domain: client for the suppression list (Adobe's
     * default), allowed for the allow list. For campaign: listSurfaces and getSurface, it is the kind of surface or of
     * identifier, for example surfaceId.
     */
    public void setType(String type) {
        this.type = type;
    }

    public String getChannel() {
        return channel;
    }

    /**
     * Channel whose surfaces are listed (campaign: listSurfaces). A surface is the technical setup of a channel, such
     * as sender and subdomain. Example: email.
     */
    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getInclude() {
        return include;
    }

    /**
     * Related objects to return together with a journey (journey: get), separated by commas: campaigns, surfaces,
     * rulesets. Each one costs Adobe extra calls, so the answer takes longer. Example: campaigns,surfaces.
     */
    public void setInclude(String include) {
        this.include = include;
    }

    public Boolean getForceDelete() {
        return forceDelete;
    }

    /**
     * Whether to undeploy and delete a deployed configuration in one call (capping: delete, throttling: delete).
     * Without it Adobe refuses to delete a deployed configuration.
     */
    public void setForceDelete(Boolean forceDelete) {
        this.forceDelete = forceDelete;
    }

    public boolean isAnswerPerRecipient() {
        return answerPerRecipient;
    }

    /**
     * Whether the answer of sending a message (message: triggerUnitary, triggerHighThroughput) is a List with one Map
     * for each recipient: recipient, executionId and requestId. The list can be split, and shows which execution
     * belongs to which recipient. Otherwise the body is the answer as Adobe sent it.
     */
    public void setAnswerPerRecipient(boolean answerPerRecipient) {
        this.answerPerRecipient = answerPerRecipient;
    }

    public String getIfMatch() {
        return ifMatch;
    }

    /**
     * Version that a template or fragment must still have when it is changed, so that nobody else's change is
     * overwritten: the value of CamelAjoETag, with its quotes. With auto the component reads the version right before
     * the change. Only for operations that change templates and fragments and, without auto, for raw.
     */
    public void setIfMatch(String ifMatch) {
        this.ifMatch = ifMatch;
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }

    /**
     * Path and query parameters that have no option of their own, by Adobe's names. The page of the operation lists
     * them. Example: param.actions=false.
     */
    public void setParameters(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    public OutputType getOutputType() {
        return outputType;
    }

    /**
     * What the message body becomes: map for a Map or List, json for the JSON text as Adobe sent it, stream for an
     * unread InputStream, pojo for a typed record if there is one, otherwise as map.
     */
    public void setOutputType(OutputType outputType) {
        this.outputType = outputType;
    }

    public BodyCheck getCheckBody() {
        return checkBody;
    }

    /**
     * Which bodies are checked before they are sent: whether required fields are present, values are valid, and no
     * field name is misspelled. With auto, Maps, Lists and records are checked for every operation, JSON text only
     * where the component parses it anyway. With always, JSON text, streams and files are parsed and checked too. With
     * never, nothing is checked, for example to send a field that Adobe accepts and this version does not know.
     */
    public void setCheckBody(BodyCheck checkBody) {
        this.checkBody = checkBody;
    }

    public boolean isAllowOperationHeader() {
        return allowOperationHeader;
    }

    /**
     * Whether a message may choose the operation with the header CamelAjoOperation, and the method and path of a raw
     * request with CamelAjoHttpMethod and CamelAjoPath. Leave it off where headers can come from outside: a message
     * could choose to delete.
     */
    public void setAllowOperationHeader(boolean allowOperationHeader) {
        this.allowOperationHeader = allowOperationHeader;
    }

    public boolean isAllowHeaderOverride() {
        return allowHeaderOverride;
    }

    /**
     * Whether headers also replace what the URI says about the sandbox, identifiers and, in a call that changes
     * something, flags such as forceDelete. Without it the URI decides, and headers replace only the component's
     * values. Leave it off where headers can come from outside or from an earlier step.
     */
    public void setAllowHeaderOverride(boolean allowHeaderOverride) {
        this.allowHeaderOverride = allowHeaderOverride;
    }

    public boolean isStrictHeaders() {
        return strictHeaders;
    }

    /**
     * Whether to refuse a message with a header that begins with CamelAjo and does not belong to this component, for
     * example CamelAjoFilters. Without it the log warns once for each such name, and the header has no effect.
     */
    public void setStrictHeaders(boolean strictHeaders) {
        this.strictHeaders = strictHeaders;
    }
}

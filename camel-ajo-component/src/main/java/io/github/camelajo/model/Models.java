package io.github.camelajo.model;

import java.util.Map;

/** Which record stands for the answer of which operation. */
public final class Models {

    private static final Map<String, Class<? extends AjoModel>> ANSWERS = Map.ofEntries(
            Map.entry("capping:list", EndpointConfig.class),
            Map.entry("capping:get", EndpointConfig.class),
            Map.entry("capping:create", CappingChange.class),
            Map.entry("capping:update", CappingChange.class),
            Map.entry("capping:canDeploy", CanDeploy.class),
            Map.entry("throttling:list", ThrottlingConfig.class),
            Map.entry("throttling:get", ThrottlingConfig.class),
            Map.entry("throttling:create", ThrottlingChange.class),
            Map.entry("throttling:update", ThrottlingChange.class),
            Map.entry("throttling:canDeploy", CanDeploy.class),
            Map.entry("journey:list", Journey.class),
            Map.entry("journey:get", Journey.class));

    private Models() {}

    /**
     * The record for what the component hands out, that is without the envelope ({@code result}, {@code canDeploy}) that Adobe
     * puts around some answers.
     *
     * @param  api       name of the API, such as capping
     * @param  operation name of the operation, such as get
     * @return           the record, for a list that of each element; {@code null} when there is none, so that Maps are used
     */
    public static Class<? extends AjoModel> forAnswer(String api, String operation) {
        return ANSWERS.get(api + ':' + operation);
    }
}

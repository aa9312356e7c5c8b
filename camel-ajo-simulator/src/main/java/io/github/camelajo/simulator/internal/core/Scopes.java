package io.github.camelajo.simulator.internal.core;

import java.util.Set;

/** The scopes of a project with the Journey Optimizer API. */
public final class Scopes {

    /** Additions to the suppression lists and, judging by its name, all other changes. */
    public static final String SUPPRESSION_ALL = "cjm.suppression_service.client.all";
    /** Deletions from the suppression lists. */
    public static final String SUPPRESSION_DELETE = "cjm.suppression_service.client.delete";
    /** All scopes, separated by commas as IMS requires. */
    public static final String GRANTED =
            "openid,AdobeID,read_organizations,additional_info.projectedProductContext,session," + SUPPRESSION_ALL + ","
                    + SUPPRESSION_DELETE;

    private Scopes() {}

    public static Set<String> granted() {
        return Set.of(GRANTED.split(","));
    }
}

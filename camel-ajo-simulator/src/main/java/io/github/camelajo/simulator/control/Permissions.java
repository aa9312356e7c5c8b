package io.github.camelajo.simulator.control;

import java.util.List;

/**
 * Names of the permissions that the simulator knows, spelled as in Adobe's Permissions interface and in the component.
 * Operations for which Adobe names no permission, such as those of message and dataset, are not in this list.
 */
public final class Permissions {

    /** All operations of capping and throttling. */
    public static final String MANAGE_JOURNEY_SETTINGS = "Manage Journeys Events, Data Sources and Action";
    /** Reading journeys, together with {@link #JOURNEY_VIEW}. */
    public static final String JOURNEY_MANAGE = "Journey Manage";
    /** Reading journeys, together with {@link #JOURNEY_MANAGE}. */
    public static final String JOURNEY_VIEW = "Journey View";
    /** All operations of campaigns. */
    public static final String VIEW_CAMPAIGNS = "View campaigns";
    /** Reading suppression lists and uploads. */
    public static final String VIEW_SUPPRESSION_LIST = "View suppression list";
    /** Changing suppression lists, uploading and deleting. */
    public static final String MANAGE_SUPPRESSION_RULES = "Manage suppression rules";
    /** Templates and fragments, but not publishing. */
    public static final String MANAGE_LIBRARY_ITEMS = "Manage Library Items";
    /** Publishing fragments. */
    public static final String PUBLISH_FRAGMENTS = "Publish fragments";
    /** Proofs and previews. */
    public static final String SIMULATE_CONTENT = "Simulate content";
    /** The trigger of orchestrated campaigns. */
    public static final String PUBLISH_ORCHESTRATED_CAMPAIGNS = "Publish orchestrated campaigns";
    /** Reading challenges and tasks. */
    public static final String VIEW_CHALLENGES = "View Loyalty Challenges";
    /** Creating and editing challenges and tasks. {@link #MANAGE_CHALLENGES} includes this. */
    public static final String DEVELOP_CHALLENGES = "Develop Loyalty Challenges";
    /** Deleting challenges and tasks, publishing and archiving challenges, and their journeys. */
    public static final String MANAGE_CHALLENGES = "Manage Loyalty Challenges";
    /** The loyalty configuration, except for deleting it. {@link #MANAGE_PRIMARY_CONFIGURATION} includes this. */
    public static final String CONFIGURE_PRIMARY_CONFIGURATION = "Configure Loyalty Primary Configuration";
    /** The loyalty configuration, including its deletion. */
    public static final String MANAGE_PRIMARY_CONFIGURATION = "Manage Loyalty Primary Configuration";
    /** Reward providers, definitions, proxies, token generators and events. */
    public static final String MANAGE_ADVANCED_CONFIGURATION = "Manage Loyalty Advanced Configuration";
    /** Reading reward providers, definitions, proxies and token generators. */
    public static final String VIEW_REWARD_CONFIGURATION = "View Loyalty Reward Configuration";
    /** Reading events. */
    public static final String VIEW_EVENT_CONFIGURATION = "View Loyalty Event Configuration";
    /** Reading products and imports. */
    public static final String VIEW_PRODUCT_CATALOG = "View Loyalty Product Catalog";
    /** Uploading and reading products. */
    public static final String MANAGE_PRODUCT_CATALOG = "Manage Loyalty Product Catalog";

    /** All operations of packages, together with {@link #VIEW_SANDBOXES}. */
    public static final String MANAGE_PACKAGES = "Manage packages";
    /** Reading all sandboxes of the organization. */
    public static final String VIEW_SANDBOXES = "View sandboxes";

    private static final List<String> ALL = List.of(
            MANAGE_JOURNEY_SETTINGS,
            JOURNEY_MANAGE,
            JOURNEY_VIEW,
            VIEW_CAMPAIGNS,
            VIEW_SUPPRESSION_LIST,
            MANAGE_SUPPRESSION_RULES,
            MANAGE_LIBRARY_ITEMS,
            PUBLISH_FRAGMENTS,
            SIMULATE_CONTENT,
            PUBLISH_ORCHESTRATED_CAMPAIGNS,
            VIEW_CHALLENGES,
            DEVELOP_CHALLENGES,
            MANAGE_CHALLENGES,
            CONFIGURE_PRIMARY_CONFIGURATION,
            MANAGE_PRIMARY_CONFIGURATION,
            MANAGE_ADVANCED_CONFIGURATION,
            VIEW_REWARD_CONFIGURATION,
            VIEW_EVENT_CONFIGURATION,
            VIEW_PRODUCT_CATALOG,
            MANAGE_PRODUCT_CATALOG,
            MANAGE_PACKAGES,
            VIEW_SANDBOXES);

    private Permissions() {}

    /** Returns all permissions. */
    public static List<String> all() {
        return ALL;
    }
}

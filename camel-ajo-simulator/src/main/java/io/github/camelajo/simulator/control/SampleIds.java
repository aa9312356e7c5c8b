package io.github.camelajo.simulator.control;

/** Ids that every simulator knows, in both sandboxes and with every seed. */
public final class SampleIds {

    /** API-triggered, transactional, live, email, with two variants. */
    public static final String LIVE_CAMPAIGN = "f3c95789-ace1-4954-ac5d-6baed2eac902";
    /** API-triggered, marketing, live, push, with an audience of its own. */
    public static final String LIVE_AUDIENCE_CAMPAIGN = "cbf27734-ac10-4525-8b66-402800e03d2c";
    /** API-triggered, transactional, live, email, in high-throughput mode. */
    public static final String HIGH_THROUGHPUT_CAMPAIGN = "e0a3a91f-2346-4c13-bc27-ed12b10877a9";
    /** API-triggered, SMS, never published. */
    public static final String DRAFT_CAMPAIGN = "f1260ebc-7d56-4b56-b714-dc919b27dbdf";
    /** API-triggered, email, stopped. */
    public static final String STOPPED_CAMPAIGN = "6caf76a5-7035-48ae-8280-ad3729a6f2e7";
    /** Live and email, but scheduled: an API call cannot trigger it. */
    public static final String SCHEDULED_CAMPAIGN = "3f0c9931-918c-40bf-9670-c342c6cce996";
    /** API-triggered, email, live, but its end date has passed: it cannot be triggered any more. */
    public static final String ENDED_CAMPAIGN = "7d4b0c52-63e9-4f1a-9a8e-2c05b7f6d310";
    /** API-triggered, email, live, but its start date is far in the future: it cannot be triggered yet. */
    public static final String LATER_CAMPAIGN = "b8e21f94-0a57-4c3d-8d16-94f3e7a05c21";

    /** An audience. Any other id is accepted as well. */
    public static final String AUDIENCE = "004498f4-b987-47c1-8c9c-26a813678d7a";

    /** A dataset that can be given the orchestrated-campaign extension. */
    public static final String DATASET = "43bb3898ac59157196f119be";
    /** A second dataset of that kind. */
    public static final String SECOND_DATASET = "ce1f39485d23d1f344e767f7";
    /** A dataset that already has the extension. */
    public static final String ENABLED_DATASET = "811008b723cc390c9354d0e3";
    /** A time series dataset, which cannot be given the extension. */
    public static final String TIME_SERIES_DATASET = "4d1dd7de07c1837b55d0c57b";

    /** Live and triggered by a signal, at most once per hour. */
    public static final String LIVE_ORCHESTRATED_CAMPAIGN = "0ecaf828-e2f7-4553-8fcc-69d79561a0d1";
    /** A draft with a running test: it can be triggered any number of times. */
    public static final String TESTED_ORCHESTRATED_CAMPAIGN = "73f80e52-a369-48b5-a441-4c46f147ecf9";
    /** A draft without a test. */
    public static final String DRAFT_ORCHESTRATED_CAMPAIGN = "c1af4465-06f1-42fc-a101-0f154a9f2968";
    /** Stopped. */
    public static final String STOPPED_ORCHESTRATED_CAMPAIGN = "b459071a-fb8a-4f9e-bf72-c46dca8fbe35";
    /** Live, but triggered by a schedule and not by a signal. */
    public static final String SCHEDULED_ORCHESTRATED_CAMPAIGN = "5a3c1fbd-f9da-4bf3-a816-96a68afe2312";
    /** Live, but the role of the credential lacks the permission (CJMOC-1001-403). */
    public static final String UNPERMITTED_ORCHESTRATED_CAMPAIGN = "135d63cf-1293-424c-802a-2e8f96fc5ce8";
    /** Live, but access to this object is refused (CJMOC-1215-403). */
    public static final String LABELED_ORCHESTRATED_CAMPAIGN = "a4ea3938-d429-4c52-8109-15b0875b0b21";

    /** A workflow that completes after three steps. */
    public static final String WORKFLOW = "bdfaef42-8c7d-4431-b331-dab129ea3a7b";
    /** A workflow that failed. */
    public static final String FAILED_WORKFLOW = "4260ce86-ca96-4d78-ba56-9ee452a5d423";

    private SampleIds() {}
}

package io.github.camelajo.internal.operation;

import io.github.camelajo.internal.operation.BodyDescription.Handling;

import static io.github.camelajo.internal.operation.BodyField.free;
import static io.github.camelajo.internal.operation.BodyField.list;

/** Bodies of orchestrated campaigns and their datasets. */
final class OrchestratedCampaignBodies {

    static final BodyDescription ENABLE = BodyDescription.of(
                    "orchestrated-campaign-dataset.yaml",
                    ObjectType.of(
                            list("datasetIds", 1, 1, "a list with one dataset").of(TextType.ANY)))
            .entries("datasetIds", Handling.ONE_THING)
            .example("{ \"datasetIds\": [\"43bb3898ac59157196f119be\"] }");

    static final BodyDescription TRIGGER = BodyDescription.of(
                    "CO-trigger-API.yaml",
                    ObjectType.of(free("variables", "values for the campaign, including those that it does not know")
                            .personal()
                            .optional()))
            .example("{ \"variables\": { \"season\": \"spring\" } }");

    private OrchestratedCampaignBodies() {}
}

package io.github.camelajo.quarkus.it;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/**
 * The same calls to the packaged application: {@code quarkus-run.jar}, or the native executable with the profile {@code native}.
 */
@QuarkusIntegrationTest
class LimitsIT extends LimitsTest {}

package io.github.camelajo.internal.operation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParameterTest {

    @Test
    void aComplaintNamesTheValueAndWhatIsAllowed() {
        assertThat(Parameter.integer("n", "x").between(1, 100).complaint("0"))
                .isEqualTo("n is 0, allowed: a whole number from 1 to 100");
        assertThat(Parameter.integer("n", "x").atLeast(0).complaint("-1"))
                .isEqualTo("n is -1, allowed: a whole number of at least 0");
        assertThat(Parameter.integer("n", "x").complaint("many")).isEqualTo("n is 'many', allowed: a whole number");
        assertThat(Parameter.bool("b", "x").complaint("yes")).isEqualTo("b is 'yes', allowed: true, false");
        assertThat(Parameter.string("s", "x").oneOf("a", "b").complaint("c")).isEqualTo("s is 'c', allowed: a, b");
    }

    @Test
    void whatIsAllowedHasNoComplaint() {
        assertThat(Parameter.integer("n", "x").between(1, 100).complaint("100")).isNull();
        assertThat(Parameter.bool("b", "x").complaint("false")).isNull();
        assertThat(Parameter.string("s", "x").complaint("anything at all")).isNull();
    }

    @Test
    void anApiWithOneOperationNeedsNoName() {
        assertThat(OperationCatalog.require("connection", null).id()).isEqualTo("connection.verify");
        assertThatThrownBy(() -> OperationCatalog.require("capping", null))
                .hasMessageContaining("allowed: list, create");
    }
}

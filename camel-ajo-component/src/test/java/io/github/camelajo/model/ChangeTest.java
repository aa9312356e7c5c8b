package io.github.camelajo.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void theElementOfACreationIsTheCreatedOne() throws Exception {
        CappingChange change = mapper.readValue("""
                {"createdElement": {"uid": "u-1", "state": "created"}, "uid": "u-1",
                 "uri": "/voyager/apis/endpointConfigs/u-1", "resStatus": "created",
                 "canDeploy": {"validationStatus": "ok"}}
                """, CappingChange.class);

        assertThat(change.uid()).isEqualTo("u-1");
        assertThat(change.resStatus()).isEqualTo("created");
        assertThat(change.element()).isSameAs(change.createdElement());
        assertThat(change.canDeploy().ok()).isTrue();
    }

    @Test
    void theElementOfAnUpdateIsTheUpdatedOne() throws Exception {
        ThrottlingChange change = mapper.readValue(
                "{\"updatedElement\":{\"uid\":\"u-2\",\"maxThroughput\":4000},\"resStatus\":\"updated\"}",
                ThrottlingChange.class);

        assertThat(change.element().maxThroughput()).isEqualTo(4000);
        assertThat(change.createdElement()).isNull();
    }

    @Test
    void anAnswerWithoutElementHasNone() throws Exception {
        assertThat(mapper.readValue("{}", CappingChange.class).element()).isNull();
        assertThat(mapper.readValue("{}", ThrottlingChange.class).element()).isNull();
    }
}

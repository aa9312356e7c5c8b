package io.github.camelajo.example.quarkus;

import java.util.List;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.quarkus.core.CamelRuntime;
import org.jboss.logging.Logger;

/** The command: runs the routes once and tells by its exit status how it went. */
@QuarkusMain
public class SyncLimits implements QuarkusApplication {

    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private static final Logger LOG = Logger.getLogger(SyncLimits.class);

    private final CamelRuntime camel;
    private final ProducerTemplate template;

    /**
     * @param camel    has the routes; an application with a main class of its own starts it itself
     * @param template sends the options to the routes
     */
    public SyncLimits(CamelRuntime camel, ProducerTemplate template) {
        this.camel = camel;
        this.template = template;
    }

    @Override
    public int run(String... arguments) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            LOG.error(e.getMessage());
            return WRONG_USAGE;
        }
        camel.start();
        try {
            return summary(options, template.requestBody("direct:sync", options, List.class));
        } catch (CamelExecutionException e) {
            LOG.error("Nothing was changed: " + e.getCause().getMessage());
            return FAILED;
        }
    }

    private static int summary(Options options, List<?> outcomes) {
        long done =
                outcomes.stream().filter(outcome -> ((Outcome) outcome).done()).count();
        long failed = outcomes.stream()
                .filter(outcome -> ((Outcome) outcome).problem() != null)
                .count();
        if (outcomes.isEmpty()) {
            LOG.infof("In step with %s: nothing to do", options.file().getFileName());
        } else if (options.dryRun()) {
            LOG.infof("Dry run: %d to do, none done", outcomes.size());
        } else {
            LOG.infof("Changes: %d done, %d failed", done, failed);
        }
        return failed == 0 ? 0 : FAILED;
    }
}

package io.github.camelajo.quarkus.deployment;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.model.AjoModel;
import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.SourceState;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import org.apache.camel.quarkus.core.deployment.spi.CamelServiceDestination;
import org.apache.camel.quarkus.core.deployment.spi.CamelServicePatternBuildItem;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Tells Quarkus which classes and resources the component loads by name or by reflection. */
class AjoProcessor {

    /** The name of the extension in the list of installed features. */
    static final String FEATURE = "camel-ajo";

    private static final String METER_REGISTRY = "io.micrometer.core.instrument.MeterRegistry";
    private static final String STORE = "io.github.camelajo.store.AjoStore";
    private static final String SERVICES = "META-INF/services/org/apache/camel/";
    private static final DotName MODEL = DotName.createSimple(AjoModel.class);
    private static final DotName EXCEPTION = DotName.createSimple(AjoException.class);

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    /** The jar has an index. A repackaged jar may have lost it. */
    @BuildStep
    IndexDependencyBuildItem index() {
        return new IndexDependencyBuildItem("io.github.camelajo", "camel-ajo");
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem ssl() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    /** Camel Quarkus registers configurers and components automatically, but not these. */
    @BuildStep
    CamelServicePatternBuildItem services() {
        return new CamelServicePatternBuildItem(
                CamelServiceDestination.DISCOVERY,
                true,
                SERVICES + "dev-console/ajo",
                SERVICES + "health-check/producers-repository",
                SERVICES + "send-dynamic/ajo");
    }

    /**
     * Needed by Jackson, by Simple expressions such as {@code ${body.uid}}, and by names of exceptions in YAML routes.
     */
    @BuildStep
    void reflection(CombinedIndexBuildItem combinedIndex, BuildProducer<ReflectiveClassBuildItem> reflective) {
        IndexView index = combinedIndex.getIndex();
        reflective.produce(ReflectiveClassBuildItem.builder(records(index))
                .constructors()
                .methods()
                .fields()
                .reason("Typed bodies of camel-ajo")
                .build());
        reflective.produce(ReflectiveClassBuildItem.builder(exceptions(index))
                .methods()
                .reason("Exceptions of camel-ajo, which routes name and read")
                .build());
        reflective.produce(ReflectiveClassBuildItem.builder(AjoConfiguration.class, ErrorDetails.class)
                .methods()
                .reason("Read and set by property name")
                .build());
    }

    private static List<String> records(IndexView index) {
        return names(index.getAllKnownImplementations(MODEL).stream());
    }

    private static List<String> exceptions(IndexView index) {
        Collection<ClassInfo> kinds = index.getAllKnownSubclasses(EXCEPTION);
        return names(Stream.concat(Stream.of(index.getClassByName(EXCEPTION)), kinds.stream()));
    }

    private static List<String> names(Stream<ClassInfo> classes) {
        return classes.map(type -> type.name().toString()).sorted().toList();
    }

    /** The component looks for this class by name before it uses its own meters. */
    @BuildStep
    void meters(BuildProducer<ReflectiveClassBuildItem> reflective) {
        if (QuarkusClassLoader.isClassPresentAtRuntime(METER_REGISTRY)) {
            reflective.produce(ReflectiveClassBuildItem.builder(METER_REGISTRY).build());
        }
    }

    /**
     * Beans that keep the outbox and the positions of sources. Only the component asks for them, and it asks by type.
     */
    @BuildStep
    UnremovableBeanBuildItem stores() {
        return UnremovableBeanBuildItem.beanTypes(OutboxStore.class, SourceState.class);
    }

    /** The store creates its tables from scripts in its jar. */
    @BuildStep
    void scriptsOfTheStore(BuildProducer<NativeImageResourceBuildItem> resources) {
        if (QuarkusClassLoader.isClassPresentAtRuntime(STORE)) {
            resources.produce(new NativeImageResourceBuildItem(
                    "io/github/camelajo/store/h2/V1.sql", "io/github/camelajo/store/postgresql/V1.sql"));
        }
    }

    @BuildStep
    NativeImageResourceBuildItem resources() {
        return new NativeImageResourceBuildItem(
                "META-INF/io/github/camelajo/ajo.json",
                SERVICES + "TypeConverterLoader",
                SERVICES + "component.properties",
                SERVICES + "component/ajo",
                SERVICES + "configurer/ajo-component",
                SERVICES + "configurer/ajo-endpoint",
                SERVICES + "dev-console/ajo",
                SERVICES + "send-dynamic/ajo",
                SERVICES + "urifactory/ajo-endpoint");
    }
}
